using System.Text.Json.Nodes;
using HelpDesk.Simulator.Graph.Objects;

namespace HelpDesk.Simulator.Graph.Parts;

/// <summary>The temporary access pass of each person, without its secret, which nobody keeps.</summary>
internal sealed class Passes(GraphObjects objects, TimeProvider time)
{
    /// <summary>The person's pass and whether it can be used now; null when there is none.</summary>
    public JsonObject? Of(string userId, TimeSpan lag)
    {
        if (objects.Get(ObjectKind.Pass, userId, lag) is not { } pass)
            return null;
        var start = Moments.Parse((string)pass["startDateTime"]!);
        var end = start.AddMinutes((int)pass["lifetimeInMinutes"]!);
        var now = time.GetUtcNow();
        pass["isUsable"] = now >= start && now < end;
        pass["methodUsabilityReason"] = now < start ? "NotYetValid" : now < end ? "EnabledByPolicy" : "Expired";
        return pass;
    }
}

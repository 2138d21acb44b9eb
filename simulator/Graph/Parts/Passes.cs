using System.Text.Json.Nodes;
using HelpDesk.Simulator.Graph.Objects;

namespace HelpDesk.Simulator.Graph.Parts;

/// <summary>The temporary access pass of each person, without its secret, which nobody keeps.</summary>
internal sealed class Passes(GraphObjects objects, SimulatorOptions options, TimeProvider time)
{
    /// <summary>Ours, in a pass: true when its owner never uses it.</summary>
    public const string Never = "_never";

    // Ours: names that begin with an underscore are never shown.
    private const string Used = "_used";

    /// <summary>The person's pass and whether it can be used now; null when there is none.</summary>
    public JsonObject? Of(string userId, TimeSpan lag)
    {
        if (objects.Get(ObjectKind.Pass, userId, lag) is not { } pass)
            return null;
        var start = Moments.Parse((string)pass["startDateTime"]!);
        var end = start.AddMinutes((int)pass["lifetimeInMinutes"]!);
        var now = time.GetUtcNow();
        var isUsed = (bool?)pass[Used] == true || IsUsedByItsOwner(userId, pass, start, end, now);
        pass["isUsable"] = now >= start && now < end && !isUsed;
        pass["methodUsabilityReason"] = isUsed ? "OneTimeUsed" : now < start ? "NotYetValid" : now < end ? "EnabledByPolicy" : "Expired";
        return pass;
    }

    // Worked out from the time, so that nothing runs in the background.
    private bool IsUsedByItsOwner(string userId, JsonObject pass, DateTimeOffset start, DateTimeOffset end, DateTimeOffset now) =>
        options.PeopleActAfter is { } after && (bool?)pass["isUsableOnce"] == true && (bool?)pass[Never] != true
        && now >= start + after && start + after < end && (bool?)objects.Get(ObjectKind.User, userId)?["accountEnabled"] == true;

    /// <summary>The person signs in with the pass: one that is good for one sign-in is used up.</summary>
    /// <returns>False when there is no pass that can be used.</returns>
    public bool SignIn(string userId)
    {
        if (Of(userId, TimeSpan.Zero) is not { } pass || (bool?)pass["isUsable"] != true)
            return false;
        if ((bool?)pass["isUsableOnce"] == true)
        {
            pass[Used] = true;
            objects.Put(ObjectKind.Pass, userId, pass);
        }

        return true;
    }
}

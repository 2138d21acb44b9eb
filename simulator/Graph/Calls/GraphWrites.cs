using HelpDesk.Simulator.Effects;

namespace HelpDesk.Simulator.Graph.Calls;

/// <summary>Notes the effects of calls.</summary>
internal sealed class GraphWrites(EffectLog effects)
{
    /// <summary>A call changed something.</summary>
    public void Note(GraphRequest request, string targetId) => effects.Add("graph", request.Operation.Name, targetId, request.ClientRequestId);
}

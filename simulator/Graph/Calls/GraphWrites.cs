using HelpDesk.Simulator.Effects;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Graph.Calls;

/// <summary>Notes the effects of calls.</summary>
internal sealed class GraphWrites(EffectLog effects, SimulatedTenant tenant)
{
    /// <summary>A call changed something.</summary>
    public void Note(GraphRequest request, string targetId) =>
        effects.Add("graph", request.Operation.Name, targetId, request.ClientRequestId, request.Values.Values.Select(IdOf));

    // A path may name a user by principal name.
    private string IdOf(string value) => Guid.TryParse(value, out _) ? value : tenant.FindByMail(value)?.Id ?? value;
}

using System.Text.Json.Nodes;
using HelpDesk.Simulator.Graph.Calls;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Graph.Parts;

/// <summary>
/// Users at risk. Confirmed means high until somebody dismisses it; dismissed means none until something new is seen. Deciding what
/// is decided already changes nothing.
/// </summary>
internal sealed class RiskyUsers(GraphObjects objects, SimulatedTenant tenant, GraphWrites writes, TimeProvider time) : IGraphPart
{
    private const int MostAtOnce = 60;

    public IReadOnlyDictionary<string, Func<GraphRequest, GraphAnswer>> Operations => new Dictionary<string, Func<GraphRequest, GraphAnswer>>(StringComparer.Ordinal)
    {
        ["GET /identityProtection/riskyUsers"] = request => Collections.Page(request, objects.All(ObjectKind.RiskyUser, request.Lag).Select(user => user.Value)),
        ["POST /identityProtection/riskyUsers/dismiss"] = request => Change(request, "none", "dismissed", "adminDismissedAllRiskForUser"),
        ["POST /identityProtection/riskyUsers/confirmCompromised"] = request => Change(request, "high", "confirmedCompromised", "adminConfirmedUserCompromised"),
    };

    private GraphAnswer Change(GraphRequest request, string level, string state, string detail)
    {
        if (request.Body!["userIds"] is not JsonArray { Count: > 0 and <= MostAtOnce } ids)
            return GraphAnswer.Error(400, "badRequest", $"userIds must name 1 to {MostAtOnce} users.");
        var people = ids.Select(id => (Id: (string)id!, Person: tenant.Find((string)id!))).ToList();
        if (people.Find(person => person.Person is null) is { Id: { } missing })
            return GraphAnswer.Missing(missing);
        foreach (var (id, person) in people)
        {
            var risk = objects.Get(ObjectKind.RiskyUser, id) ?? RiskSeed.Make(person!, "none", time.GetUtcNow());
            // Nothing to dismiss, or confirmed before: the entry stays as it is.
            if ((string?)risk["riskLevel"] == level && (level == "none" || (string?)risk["riskState"] == state))
                continue;
            risk["riskLevel"] = level;
            risk["riskState"] = state;
            risk["riskDetail"] = detail;
            risk["riskLastUpdatedDateTime"] = Moments.Text(time.GetUtcNow());
            objects.Put(ObjectKind.RiskyUser, id, risk);
            writes.Note(request, id);
        }

        return GraphAnswer.Nothing;
    }
}

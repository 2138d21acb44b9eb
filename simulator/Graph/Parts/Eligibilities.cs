using System.Text.Json.Nodes;
using HelpDesk.Simulator.Graph.Calls;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Store;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Graph.Parts;

/// <summary>What people may activate in Privileged Identity Management: roles, and groups. Nobody may anything at the start.</summary>
internal sealed class Eligibilities(SimulatorStore store, TimeProvider time) : IGraphPart
{
    private const string Kind = "graph-eligibility";
    private const string LicenceKind = "graph-eligibility-licence";

    // As the service says it to a tenant without the licence.
    private static readonly GraphAnswer Unlicensed =
        GraphAnswer.Error(400, "AadPremiumLicenseRequired", "The tenant needs to have Microsoft Entra ID P2 or Microsoft Entra ID Governance license.");

    public IReadOnlyDictionary<string, Func<GraphRequest, GraphAnswer>> Operations => new Dictionary<string, Func<GraphRequest, GraphAnswer>>(StringComparer.Ordinal)
    {
        ["GET /roleManagement/directory/roleEligibilityScheduleInstances"] = request => Answer(request, eligible => eligible.Roles.Select(role => Instance(eligible, "role", role))),
        ["GET /identityGovernance/privilegedAccess/group/eligibilityScheduleInstances"] = request => request.Query.ContainsKey("$filter")
            ? Answer(request, eligible => eligible.Groups.Select(group => Instance(eligible, "group", group)))
            : GraphAnswer.BadRequest("The request must be filtered by principalId or groupId."),
    };

    /// <summary>Says what a person or group is eligible for.</summary>
    public void Put(SimulatedEligibility eligibility) => store.Put(Kind, eligibility.PrincipalId.ToLowerInvariant(), eligibility);

    /// <summary>Takes the licence from the tenant, or gives it back.</summary>
    public void License(bool isLicensed)
    {
        if (isLicensed)
            store.Remove<string>(LicenceKind, "unlicensed");
        else
            store.Put(LicenceKind, "unlicensed", "yes");
    }

    private GraphAnswer Answer(GraphRequest request, Func<SimulatedEligibility, IEnumerable<JsonObject>> of) =>
        store.Get<string>(LicenceKind, "unlicensed") is not null
            ? Unlicensed
            : Collections.Page(request, store.Ids<SimulatedEligibility>(Kind).Select(id => store.Get<SimulatedEligibility>(Kind, id)).OfType<SimulatedEligibility>().SelectMany(of));

    private JsonObject Instance(SimulatedEligibility eligible, string kind, string id)
    {
        var instance = new JsonObject
        {
            ["id"] = StableId.Of($"eligibility/{eligible.PrincipalId}/{id}"),
            ["principalId"] = eligible.PrincipalId,
            ["memberType"] = "Direct",
            ["startDateTime"] = Moments.Text(time.GetUtcNow().AddDays(-10)),
            ["endDateTime"] = null,
        };
        if (kind == "role")
        {
            instance["roleDefinitionId"] = id;
            instance["directoryScopeId"] = "/";
        }
        else
        {
            instance["groupId"] = id;
            instance["accessId"] = "member";
        }

        return instance;
    }
}

/// <summary>What a person or group may activate (<c>PUT /simulator/eligibility</c>).</summary>
/// <param name="PrincipalId">Object id.</param>
/// <param name="Roles">Template ids of roles.</param>
/// <param name="Groups">Object ids of groups.</param>
internal sealed record SimulatedEligibility(string PrincipalId, IReadOnlyList<string> Roles, IReadOnlyList<string> Groups);

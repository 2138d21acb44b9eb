using System.Text.Json.Nodes;
using HelpDesk.Simulator.Graph.Calls;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Graph.Parts;

/// <summary>The log of sign-ins: a failed and a good one for everybody, those of a user at risk from far away.</summary>
internal sealed class SignIns(SimulatedTenant tenant, TimeProvider time) : IGraphPart
{
    // 50053: the account is locked; 0: success (AADSTS error codes).
    private const int Locked = 50053;
    private readonly DateTimeOffset _start = time.GetUtcNow();

    public IReadOnlyDictionary<string, Func<GraphRequest, GraphAnswer>> Operations => new Dictionary<string, Func<GraphRequest, GraphAnswer>>(StringComparer.Ordinal)
    {
        ["GET /auditLogs/signIns"] = request => Collections.Page(request, tenant.People.Where(person => !person.IsFunctional).SelectMany(Of)),
    };

    private IEnumerable<JsonObject> Of(SimulatedPerson person) => [One(person, Locked, 2), One(person, 0, 5)];

    private JsonObject One(SimulatedPerson person, int code, int hoursAgo)
    {
        var isStrange = person == KnownPeople.AtRisk && code == 0;
        return new JsonObject
        {
            ["id"] = StableId.Of($"sign-in/{person.Id}/{code}"),
            ["createdDateTime"] = Moments.Text(_start.AddHours(-hoursAgo)),
            ["userId"] = person.Id,
            ["userDisplayName"] = person.DisplayName,
            ["userPrincipalName"] = person.UserPrincipalName,
            ["appDisplayName"] = "Office 365 Exchange Online",
            ["clientAppUsed"] = "Browser",
            ["ipAddress"] = isStrange ? "198.51.100.77" : "203.0.113.10",
            ["isInteractive"] = true,
            ["conditionalAccessStatus"] = "notApplied",
            ["riskLevelDuringSignIn"] = isStrange ? "high" : "none",
            ["status"] = new JsonObject { ["errorCode"] = code, ["failureReason"] = code == 0 ? "Other." : "Account is locked because user tried to sign in too many times with an incorrect user ID or password." },
            ["location"] = new JsonObject { ["city"] = isStrange ? "Elsewhere" : "London", ["countryOrRegion"] = isStrange ? "XX" : person.Country },
        };
    }
}

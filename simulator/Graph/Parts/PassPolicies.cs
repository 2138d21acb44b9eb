using System.Text.Json.Nodes;
using HelpDesk.Simulator.Graph.Calls;
using HelpDesk.Simulator.Store;

namespace HelpDesk.Simulator.Graph.Parts;

/// <summary>The tenant's policy on temporary access passes: on for everybody at the start, as a test or an administrator sets it afterwards.</summary>
internal sealed class PassPolicies(SimulatorStore store, Membership membership) : IGraphPart
{
    private const string Kind = "graph-pass-policy";
    private const string Id = "TemporaryAccessPass";
    private const string IdName = "authenticationMethodConfiguration-id";

    public IReadOnlyDictionary<string, Func<GraphRequest, GraphAnswer>> Operations => new Dictionary<string, Func<GraphRequest, GraphAnswer>>(StringComparer.Ordinal)
    {
        [$"GET /policies/authenticationMethodsPolicy/authenticationMethodConfigurations/{{{IdName}}}"] = request =>
            string.Equals(request.Values[IdName], Id, StringComparison.OrdinalIgnoreCase)
                ? Collections.One(request, Shown(Now))
                : GraphAnswer.Error(404, "resourceNotFound", "The authentication method configuration could not be found."),
    };

    /// <summary>The policy as it is now.</summary>
    public SimulatedPassPolicy Now => store.Get<SimulatedPassPolicy>(Kind, Id) ?? new SimulatedPassPolicy();

    /// <summary>Sets it.</summary>
    public void Put(SimulatedPassPolicy policy) => store.Put(Kind, Id, policy);

    /// <summary>Why the service would make no pass for somebody; null when it would.</summary>
    public string? Refusal(string userId)
    {
        if (!Now.IsEnabled)
            return "Temporary Access Pass policy is disabled for the tenant.";
        return IsIn(userId, Now.Exclude) || !IsIn(userId, Now.Include) ? "User is not enabled for Temporary Access Pass by policy." : null;
    }

    private bool IsIn(string userId, IReadOnlyList<string> targets) =>
        targets.Contains("all_users", StringComparer.OrdinalIgnoreCase) || membership.GroupsOf(userId, isTransitive: true, TimeSpan.Zero).Any(group => targets.Contains(group, StringComparer.OrdinalIgnoreCase));

    private static JsonObject Shown(SimulatedPassPolicy policy) => new()
    {
        ["@odata.type"] = "#microsoft.graph.temporaryAccessPassAuthenticationMethodConfiguration",
        ["id"] = Id,
        ["state"] = policy.IsEnabled ? "enabled" : "disabled",
        ["defaultLifetimeInMinutes"] = 60,
        ["defaultLength"] = 8,
        ["minimumLifetimeInMinutes"] = policy.ShortestMinutes,
        ["maximumLifetimeInMinutes"] = policy.LongestMinutes,
        ["isUsableOnce"] = false,
        ["includeTargets"] = Targets(policy.Include, isIncluded: true),
        ["excludeTargets"] = Targets(policy.Exclude, isIncluded: false),
    };

    private static JsonArray Targets(IReadOnlyList<string> ids, bool isIncluded) => new([.. ids.Select(id =>
    {
        var target = new JsonObject { ["targetType"] = "group", ["id"] = id };
        if (isIncluded)
            target["isRegistrationRequired"] = false;
        return (JsonNode)target;
    })]);
}

/// <summary>The tenant's policy on temporary access passes (<c>PUT /simulator/pass-policy</c>).</summary>
public sealed record SimulatedPassPolicy
{
    /// <summary>False when they are switched off. Default true.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>Group ids, or <c>all_users</c>. Default everybody.</summary>
    public IReadOnlyList<string> Include { get; init; } = ["all_users"];

    /// <summary>Group ids. Default none.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Shortest lifetime. Default 10 minutes.</summary>
    public int ShortestMinutes { get; init; } = 10;

    /// <summary>Longest lifetime. Default 480 minutes.</summary>
    public int LongestMinutes { get; init; } = 480;
}

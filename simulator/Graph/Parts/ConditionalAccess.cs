using System.Text.Json.Nodes;
using HelpDesk.Simulator.Graph.Calls;
using HelpDesk.Simulator.Store;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Graph.Parts;

/// <summary>Conditional Access policies: one for the authentication context c1 at the start, phishing-resistant and at every sign-in, as a test or an administrator sets it afterwards.</summary>
internal sealed class ConditionalAccess(SimulatorStore store) : IGraphPart
{
    private const string Kind = "graph-conditional-access";
    private const string Id = "context";

    public IReadOnlyDictionary<string, Func<GraphRequest, GraphAnswer>> Operations => new Dictionary<string, Func<GraphRequest, GraphAnswer>>(StringComparer.Ordinal)
    {
        ["GET /identity/conditionalAccess/policies"] = request => Collections.Page(request, Now.IsThere ? [Shown(Now)] : []),
    };

    /// <summary>The policy as it is now.</summary>
    public SimulatedContextPolicy Now => store.Get<SimulatedContextPolicy>(Kind, Id) ?? new SimulatedContextPolicy();

    /// <summary>Sets it.</summary>
    public void Put(SimulatedContextPolicy policy) => store.Put(Kind, Id, policy);

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(static text => (JsonNode)text)]);

    private static JsonObject Shown(SimulatedContextPolicy policy) => new()
    {
        ["id"] = StableId.Of("conditional-access/context"),
        ["displayName"] = "Strong sign-in for proofs of identity",
        ["state"] = policy.State,
        ["conditions"] = new JsonObject
        {
            ["clientAppTypes"] = Texts(["all"]),
            ["applications"] = new JsonObject { ["includeApplications"] = Texts([]), ["excludeApplications"] = Texts([]), ["includeUserActions"] = Texts([]), ["includeAuthenticationContextClassReferences"] = Texts([policy.Context]) },
            ["users"] = new JsonObject
            {
                ["includeUsers"] = Texts(policy.IncludeUsers), ["excludeUsers"] = Texts(policy.ExcludeUsers), ["includeGroups"] = Texts([]), ["excludeGroups"] = Texts([]), ["includeRoles"] = Texts([]), ["excludeRoles"] = Texts([]),
            },
            ["platforms"] = null, ["locations"] = null, ["devices"] = null,
            ["signInRiskLevels"] = Texts([]), ["userRiskLevels"] = Texts([]),
        },
        ["grantControls"] = new JsonObject
        {
            ["operator"] = "OR",
            ["builtInControls"] = Texts([]),
            ["authenticationStrength"] = new JsonObject
            {
                ["id"] = "00000000-0000-0000-0000-000000000004", ["displayName"] = "Phishing-resistant MFA", ["policyType"] = "builtIn", ["requirementsSatisfied"] = "mfa", ["allowedCombinations"] = Texts(policy.AllowedCombinations),
            },
        },
        ["sessionControls"] = policy.IsEveryTime
            ? new JsonObject { ["signInFrequency"] = new JsonObject { ["value"] = null, ["type"] = null, ["authenticationType"] = "primaryAndSecondaryAuthentication", ["frequencyInterval"] = "everyTime", ["isEnabled"] = true } }
            : null,
    };
}

/// <summary>The tenant's policy on an authentication context (<c>PUT /simulator/context-policy</c>).</summary>
public sealed record SimulatedContextPolicy
{
    /// <summary>False when there is none. Default true.</summary>
    public bool IsThere { get; init; } = true;

    /// <summary>The context. Default <c>c1</c>.</summary>
    public string Context { get; init; } = "c1";

    /// <summary><c>enabled</c>, <c>disabled</c> or <c>enabledForReportingButNotEnforced</c>.</summary>
    public string State { get; init; } = "enabled";

    /// <summary>Default everybody.</summary>
    public IReadOnlyList<string> IncludeUsers { get; init; } = ["All"];

    /// <summary>Object ids. Default none.</summary>
    public IReadOnlyList<string> ExcludeUsers { get; init; } = [];

    /// <summary>Default those of the built-in phishing-resistant strength.</summary>
    public IReadOnlyList<string> AllowedCombinations { get; init; } = ["windowsHelloForBusiness", "fido2", "x509CertificateMultiFactor"];

    /// <summary>False when an earlier sign-in is enough. Default true.</summary>
    public bool IsEveryTime { get; init; } = true;
}

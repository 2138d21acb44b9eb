using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Adapters.Graph.People;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Proofs;

/// <summary>
/// Whether an authentication context proves a person: an enabled Conditional Access policy must target it for everybody, not exclude the person,
/// narrow nothing, demand a phishing-resistant strength at every sign-in. Without such a policy Entra grants the context to anybody.
/// </summary>
internal sealed class ContextPolicy(GraphGateway graph, Memberships memberships)
{
    private const string Everybody = "All";
    private const string Where = "in Entra, Protection, Conditional Access";

    // Not among them: temporary passes (ours would prove its own holder), text messages, calls, federation, passwords.
    private const AuthenticationMethodModes Strong =
        AuthenticationMethodModes.WindowsHelloForBusiness | AuthenticationMethodModes.Fido2 | AuthenticationMethodModes.X509CertificateMultiFactor;

    private static readonly GraphOperation Read = new("read the Conditional Access policies", "Policy.Read.All");

    /// <summary>Why the context proves nothing for a person, naming what to change; null when it proves something.</summary>
    public async Task<string?> WhyNotAsync(string context, string personId, CancellationToken cancellation)
    {
        var policies = await graph.AllAsync<ConditionalAccessPolicyCollectionResponse, ConditionalAccessPolicy>(
            Read,
            (client, stop) => client.Identity.ConditionalAccess.Policies.GetAsync(cancellationToken: stop),
            (client, link, stop) => client.Identity.ConditionalAccess.Policies.WithUrl(link).GetAsync(cancellationToken: stop),
            page => page.Value,
            cancellation) ?? [];
        var why = $"No enabled policy targets the authentication context {context}, so it proves nothing; make one {Where}.";
        foreach (var policy in policies.Where(policy => policy.State == ConditionalAccessPolicyState.Enabled && Targets(policy, context)))
        {
            if (await WhyNotAsync(policy, personId, cancellation) is not { } found)
                return null;
            why = found;
        }

        return why;
    }

    private static bool Targets(ConditionalAccessPolicy policy, string context) =>
        policy.Conditions?.Applications?.IncludeAuthenticationContextClassReferences?.Contains(context, StringComparer.OrdinalIgnoreCase) == true;

    private async Task<string?> WhyNotAsync(ConditionalAccessPolicy policy, string personId, CancellationToken cancellation)
    {
        var name = $"The Conditional Access policy '{policy.Id}'";
        if (policy.Conditions?.Users is not { } users || users.IncludeUsers?.Contains(Everybody, StringComparer.OrdinalIgnoreCase) != true)
            return $"{name} does not include all users; change it {Where}.";
        if (users.ExcludeUsers?.Contains(personId, StringComparer.OrdinalIgnoreCase) == true || users.ExcludeRoles is { Count: > 0 } || await IsInAnyAsync(personId, users.ExcludeGroups, cancellation))
            return $"{name} excludes the person or roles; change it {Where}.";
        if (IsNarrowed(policy.Conditions))
            return $"{name} holds only for some platforms, places, devices or risks; change it {Where}.";
        if (policy.GrantControls is not { AuthenticationStrength.AllowedCombinations: { Count: > 0 } combinations } grant || (grant.BuiltInControls is { Count: > 0 } && !string.Equals(grant.Operator, "AND", StringComparison.OrdinalIgnoreCase)))
            return $"{name} does not demand an authentication strength; change it {Where}.";
        if (combinations.Exists(combination => combination is not { } mode || (mode | Strong) != Strong))
            return $"{name} allows methods that are not phishing-resistant, such as a temporary access pass; change its authentication strength {Where}.";
        return policy.SessionControls?.SignInFrequency is { IsEnabled: true, FrequencyInterval: SignInFrequencyInterval.EveryTime }
            ? null
            : $"{name} does not demand a sign-in every time; change its session controls {Where}.";
    }

    private static bool IsNarrowed(ConditionalAccessConditionSet conditions) =>
        conditions.Platforms is not null || conditions.Locations is not null || conditions.Devices is not null
        || conditions.SignInRiskLevels is { Count: > 0 } || conditions.UserRiskLevels is { Count: > 0 }
        || (conditions.ClientAppTypes is { Count: > 0 } apps && !apps.Contains(ConditionalAccessClientApp.All));

    private async Task<bool> IsInAnyAsync(string personId, List<string>? groups, CancellationToken cancellation)
    {
        foreach (var group in groups ?? [])
        {
            if (!Guid.TryParse(group, out _) || await memberships.IsInAsync(personId, group, cancellation))
                return true;
        }

        return false;
    }
}

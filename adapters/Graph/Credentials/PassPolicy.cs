using System.Globalization;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Adapters.Graph.People;
using HelpDesk.Orchestrations.Foundation.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Credentials;

/// <summary>
/// Whether the tenant's authentication methods policy lets a person have a temporary access pass: known before anybody is asked to approve one that
/// Entra would refuse.
/// </summary>
internal sealed class PassPolicy(GraphGateway graph, Memberships memberships, IOptions<HelpDeskOptions> options)
{
    /// <summary>Permission to read the policy.</summary>
    public const string Permission = "Policy.Read.All";

    private const string Where = "in Entra, Authentication methods, Policies, Temporary Access Pass";
    private const string Everybody = "all_users";
    private const string Method = "temporaryAccessPass";

    private static readonly GraphOperation Read = new("read the policy on temporary access passes", Permission) { Answers = [404] };

    /// <summary>Why a person cannot have a pass, naming what to change; null when they can.</summary>
    public async Task<string?> WhyNotAsync(string userId, CancellationToken cancellation)
    {
        var reply = await graph.ReadAsync<AuthenticationMethodConfiguration>(
            Read, (client, stop) => client.Policies.AuthenticationMethodsPolicy.AuthenticationMethodConfigurations[Method].GetAsync(cancellationToken: stop), cancellation);
        // Without a policy there is nothing to know; Entra itself refuses then.
        if (reply.Value is not { } policy)
            return null;
        if (policy.State != AuthenticationMethodState.Enabled)
            return $"Temporary access passes are switched off in the tenant; turn them on {Where}.";
        if (await FirstAsync(userId, (policy.ExcludeTargets ?? []).Select(static target => target.Id), cancellation))
            return $"The person is excluded from temporary access passes; change the excluded groups {Where}.";
        if (policy is not TemporaryAccessPassAuthenticationMethodConfiguration passes)
            return null;
        if (!await FirstAsync(userId, (passes.IncludeTargets ?? []).Select(static target => target.Id), cancellation))
            return $"Temporary access passes are not for this person; include one of their groups {Where}.";
        return WhyNotFor(passes, options.Value.PassLifetime);
    }

    private static string? WhyNotFor(TemporaryAccessPassAuthenticationMethodConfiguration policy, TimeSpan lifetime) =>
        lifetime < TimeSpan.FromMinutes(policy.MinimumLifetimeInMinutes ?? 0) || lifetime > TimeSpan.FromMinutes(policy.MaximumLifetimeInMinutes ?? int.MaxValue)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"The tenant allows passes of {policy.MinimumLifetimeInMinutes} to {policy.MaximumLifetimeInMinutes} minutes, HelpDesk:PassLifetime is {lifetime.TotalMinutes:0}; change one of the two.")
            : null;

    private async Task<bool> FirstAsync(string userId, IEnumerable<string?> targets, CancellationToken cancellation)
    {
        foreach (var target in targets.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (string.Equals(target, Everybody, StringComparison.OrdinalIgnoreCase) || (Guid.TryParse(target, out _) && await memberships.IsInAsync(userId, target, cancellation)))
                return true;
        }

        return false;
    }
}

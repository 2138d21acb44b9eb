using HelpDesk.Adapters.Graph.Calls;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Risk;

/// <summary>Reads what Entra ID Protection thinks of a user.</summary>
internal sealed class RiskReader(GraphGateway graph)
{
    /// <summary>Permission to read it.</summary>
    public const string Permission = "IdentityRiskyUser.Read.All";

    private static readonly GraphOperation Read = new("read the risk of the user", Permission);

    /// <summary>The entry of the user; null when Entra lists none, which is the rule.</summary>
    public async Task<RiskyUser?> GetAsync(string userId, CancellationToken cancellation)
    {
        if (!Guid.TryParse(userId, out var id))
            return null;
        // The subset of v1.0 has the list only, no single entry.
        var all = await graph.AllAsync<RiskyUserCollectionResponse, RiskyUser>(
            Read,
            (client, stop) => client.IdentityProtection.RiskyUsers.GetAsync(request => request.QueryParameters.Filter = $"id eq '{id}'", stop),
            (client, link, stop) => client.IdentityProtection.RiskyUsers.WithUrl(link).GetAsync(cancellationToken: stop),
            page => page.Value,
            cancellation);
        return all?.FirstOrDefault(user => string.Equals(user.Id, id.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The same, as it is captured.</summary>
    public static RiskState StateOf(RiskyUser? user) => user is null
        ? RiskState.None
        : new RiskState((user.RiskLevel ?? RiskLevel.None).ToString().ToLowerInvariant(), user.RiskState == Microsoft.Graph.Models.RiskState.ConfirmedCompromised);
}

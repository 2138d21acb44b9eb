using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Adapters.Graph.Throttling;
using HelpDesk.Orchestrations.Domain.Directory;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Risk;

/// <summary>Reads what Entra ID Protection thinks of a user.</summary>
internal sealed class RiskReader(GraphGateway graph, GraphQuotas quotas, TimeProvider time)
{
    /// <summary>Permission to read it.</summary>
    public const string Permission = "IdentityRiskyUser.Read.All";

    // 403 is also what a tenant without Entra ID P2 answers; the preflight tells a missing permission before.
    private const int PageSize = 500;

    private static readonly GraphOperation ReadAll = new("read who is at risk", Permission) { Answers = [403] };
    private static readonly GraphOperation Read = new("read the risk of the user", Permission) { Answers = [403] };

    private readonly RiskTurns _turns = new((ids, cancellation) => ReadAsync(graph, ids, cancellation), quotas.BetweenOf(GraphClass.IdentityProtection), time);

    /// <summary>The entry of the user; null when Entra lists none, which is the rule; one of hidden level when Entra shows none at all.</summary>
    public Task<RiskyUser?> GetAsync(string userId, CancellationToken cancellation) =>
        Guid.TryParse(userId, out var id) ? _turns.AskAsync(id, cancellation) : Task.FromResult<RiskyUser?>(null);

    /// <summary>We are changing or have changed somebody's risk: it is read anew from now on.</summary>
    public void Forget() => _turns.Forget();

    /// <summary>The entries of everybody who is at risk now; null when Entra shows none at all.</summary>
    public Task<IReadOnlyList<RiskyUser>?> AllAsync(CancellationToken cancellation) =>
        graph.AllAsync<RiskyUserCollectionResponse, RiskyUser>(
            ReadAll,
            (client, stop) => client.IdentityProtection.RiskyUsers.GetAsync(
                request =>
                {
                    request.QueryParameters.Filter = "riskState eq 'atRisk' or riskState eq 'confirmedCompromised'";
                    request.QueryParameters.Top = PageSize;
                },
                stop),
            (client, link, stop) => client.IdentityProtection.RiskyUsers.WithUrl(link).GetAsync(cancellationToken: stop),
            page => page.Value,
            cancellation);

    /// <summary>The same, as the directory says it.</summary>
    public static AccountRisk RiskOf(RiskyUser? user) => user switch
    {
        null => AccountRisk.None,
        { RiskState: Microsoft.Graph.Models.RiskState.ConfirmedCompromised } => AccountRisk.Confirmed,
        { RiskLevel: null or RiskLevel.None } => AccountRisk.None,
        { RiskLevel: RiskLevel.Low } => AccountRisk.Low,
        { RiskLevel: RiskLevel.Medium } => AccountRisk.Medium,
        { RiskLevel: RiskLevel.High } => AccountRisk.High,
        _ => AccountRisk.Unknown,
    };

    /// <summary>The same, as it is captured.</summary>
    public static RiskState StateOf(RiskyUser? user) => user is null
        ? RiskState.None
        : new RiskState((user.RiskLevel ?? RiskLevel.None).ToString().ToLowerInvariant(), user.RiskState == Microsoft.Graph.Models.RiskState.ConfirmedCompromised);

    // The subset of v1.0 has the list only, no single entry.
    private static async Task<IReadOnlyList<RiskyUser>?> ReadAsync(GraphGateway graph, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var filter = string.Join(" or ", ids.Select(static id => $"id eq '{id}'"));
        var reply = await graph.ReadAsync<RiskyUserCollectionResponse>(
            Read, (client, stop) => client.IdentityProtection.RiskyUsers.GetAsync(request => request.QueryParameters.Filter = filter, stop), cancellation);
        return reply.IsDone ? reply.Value!.Value ?? [] : null;
    }
}

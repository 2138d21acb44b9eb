using HelpDesk.Adapters.Graph.Calls;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Credentials;

/// <summary>Reads and deletes temporary access passes; Graph never reads out the pass itself.</summary>
internal sealed class PassReader(GraphGateway graph)
{
    private static readonly GraphOperation Read = new("read the user's temporary access pass", "UserAuthMethod-TAP.Read.All") { Answers = [404] };
    private static readonly GraphOperation Delete = new("delete the temporary access pass", "UserAuthMethod-TAP.ReadWrite.All") { Identity = GraphIdentity.CredentialWrites, Answers = [404] };

    /// <summary>The user's passes, at most one at a time; empty when there is no such user.</summary>
    public async Task<IReadOnlyList<TemporaryAccessPassAuthenticationMethod>> GetAsync(string userId, CancellationToken cancellation) =>
        Guid.TryParse(userId, out _)
            ? await graph.AllAsync<TemporaryAccessPassAuthenticationMethodCollectionResponse, TemporaryAccessPassAuthenticationMethod>(
                Read,
                (client, stop) => client.Users[userId].Authentication.TemporaryAccessPassMethods.GetAsync(cancellationToken: stop),
                (client, link, stop) => client.Users[userId].Authentication.TemporaryAccessPassMethods.WithUrl(link).GetAsync(cancellationToken: stop),
                page => page.Value,
                cancellation) ?? []
            : [];

    /// <summary>Deletes a pass.</summary>
    /// <returns>What Graph answered; missing when it was gone already.</returns>
    public Task<GraphReply<object>> DeleteAsync(string userId, string passId, CancellationToken cancellation) =>
        graph.DoAsync(Delete, (client, stop) => client.Users[userId].Authentication.TemporaryAccessPassMethods[passId].DeleteAsync(cancellationToken: stop), cancellation);
}

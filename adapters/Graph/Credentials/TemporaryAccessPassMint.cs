using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Credentials;

/// <summary>Makes temporary access passes. The pass is in the returned value and in no log, exception or field.</summary>
internal sealed class TemporaryAccessPassMint(GraphGateway graph, PassReader passes) : ISecretSource
{
    // Contracts: graph-operations 13; a tenant's policy narrows it.
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(43200);

    private static readonly GraphOperation Make = new("make a temporary access pass", "UserAuthMethod-TAP.ReadWrite.All")
    {
        Identity = GraphIdentity.CredentialWrites,
        Answers = [400],
        HoldsSecret = true,
        IsOnlyOnce = true,
    };

    /// <inheritdoc />
    public SecretKind Kind => SecretKind.TemporaryPass;

    /// <inheritdoc />
    public async Task<HandedSecret> GetAsync(SecretRequest request, CancellationToken cancellation)
    {
        var (userId, lifetime) = (request.TargetId, request.Lifetime);
        ArgumentOutOfRangeException.ThrowIfLessThan(lifetime, Shortest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lifetime, Longest);
        RequireObjectId(userId);

        var wish = new TemporaryAccessPassAuthenticationMethod { IsUsableOnce = true, LifetimeInMinutes = (int)lifetime.TotalMinutes };
        var reply = await graph.AskAsync<TemporaryAccessPassAuthenticationMethod>(
            Make, (client, stop) => client.Users[userId].Authentication.TemporaryAccessPassMethods.PostAsync(wish, cancellationToken: stop), cancellation);
        if (reply is { Value: { Id: { Length: > 0 } id, TemporaryAccessPass: { Length: > 0 } secret, LifetimeInMinutes: { } minutes } made })
        {
            var from = made.StartDateTime ?? made.CreatedDateTime ?? throw Fault("unreadable", "Graph made a pass without saying from when it is valid.", reply.RequestId);
            return new HandedSecret(id, [new SecretPart(null, secret)], from + TimeSpan.FromMinutes(minutes), reply.RequestId);
        }

        throw reply.IsDone
            ? Fault("unreadable", "Graph made a pass and did not answer with it.", reply.RequestId)
            : Fault(
                reply.Code ?? "400",
                $"Graph refuses to make a temporary access pass (400 {reply.Code}): in the Entra authentication methods policy, include the person in Temporary Access Pass and allow one-time passes of this lifetime.",
                reply.RequestId);
    }

    /// <inheritdoc />
    public async Task<int> WithdrawSinceAsync(SecretRequest request, DateTimeOffset since, CancellationToken cancellation)
    {
        var userId = request.TargetId;
        // One too many withdrawn is made anew in a minute; one too few is a pass that nobody knows of. Hence also what has no date.
        var deleted = 0;
        foreach (var pass in await passes.GetAsync(userId, cancellation))
        {
            if (pass.Id is { Length: > 0 } id && (pass.CreatedDateTime is null || Clocks.IsSince(pass.CreatedDateTime, since))
                && (await passes.DeleteAsync(userId, id, cancellation)).IsDone)
                deleted++;
        }

        return deleted;
    }

    private static void RequireObjectId(string userId)
    {
        if (!Guid.TryParse(userId, out _))
            throw Fault("id", "A pass is made for an object id only.", null);
    }

    private static VendorException Fault(string code, string message, string? requestId) =>
        new("graph", code, message, isRetryable: false) { RequestId = requestId };
}

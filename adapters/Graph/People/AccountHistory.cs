using System.Globalization;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.People;

/// <summary>Sign-ins and changes of an account from Entra's logs, which take five requests in ten seconds for the whole tenant.</summary>
internal sealed class AccountHistory(GraphGateway graph, TimeProvider time) : IAccountHistory
{
    private const string Permission = "AuditLog.Read.All";
    private const int Most = 10;

    private static readonly TimeSpan SignInsOf = TimeSpan.FromHours(24);
    private static readonly TimeSpan ChangesOf = TimeSpan.FromDays(7);

    // Without the permission, or in a tenant without Entra ID P1, it is 403: nothing depends on it.
    private static readonly GraphOperation ReadSignIns = new("read the sign-ins of the user", Permission) { Answers = [403] };
    private static readonly GraphOperation ReadChanges = new("read the changes of the user", Permission) { Answers = [403] };

    /// <inheritdoc />
    public async Task<IReadOnlyList<SignInAttempt>?> GetSignInsAsync(PersonId personId, CancellationToken cancellation)
    {
        if (!Guid.TryParse(personId, out var id))
            return null;
        var reply = await graph.ReadAsync<SignInCollectionResponse>(
            ReadSignIns,
            (client, stop) => client.AuditLogs.SignIns.GetAsync(
                request => (request.QueryParameters.Filter, request.QueryParameters.Top) = ($"userId eq '{id}' and createdDateTime ge {Since(SignInsOf)}", Most), stop),
            cancellation);
        return reply.IsDone
            ? [.. (reply.Value?.Value ?? []).Where(entry => entry.CreatedDateTime is not null)
                .Select(static entry => new SignInAttempt(entry.CreatedDateTime!.Value, entry.Status?.ErrorCode ?? 0, entry.AppDisplayName ?? ""))
                .OrderByDescending(static entry => entry.At).Take(Most)]
            : null;
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<DirectoryChange>?> GetChangesAsync(PersonId personId, CancellationToken cancellation)
    {
        if (!Guid.TryParse(personId, out var id))
            return null;
        var reply = await graph.ReadAsync<DirectoryAuditCollectionResponse>(
            ReadChanges,
            (client, stop) => client.AuditLogs.DirectoryAudits.GetAsync(
                request => (request.QueryParameters.Filter, request.QueryParameters.Top) = ($"activityDateTime ge {Since(ChangesOf)} and targetResources/any(target: target/id eq '{id}')", Most), stop),
            cancellation);
        return reply.IsDone
            ? [.. (reply.Value?.Value ?? []).Where(entry => entry is { ActivityDateTime: not null, ActivityDisplayName: not null })
                .Select(static entry => new DirectoryChange(entry.ActivityDateTime!.Value, entry.ActivityDisplayName!, entry.InitiatedBy?.User?.UserPrincipalName ?? entry.InitiatedBy?.App?.DisplayName ?? ""))
                .OrderByDescending(static entry => entry.At).Take(Most)]
            : null;
    }

    private string Since(TimeSpan before) => (time.GetUtcNow() - before).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}

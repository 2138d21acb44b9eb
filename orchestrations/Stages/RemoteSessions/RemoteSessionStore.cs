using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Foundation.Records;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.RemoteSessions;

/// <summary>Keeps remote sessions: by time, so that those of the last day are found, and by case. Also makes the token of the page on which a requester answers.</summary>
public sealed class RemoteSessionStore(IRecordStore store, IOptions<HelpDeskOptions> options, TimeProvider time)
{
    private const string IdTime = "yyyyMMddHHmmss";

    private static readonly string Partition = Tenant.Partition("remote-sessions");

    private readonly byte[] _key = Convert.FromBase64String(options.Value.LinkKey);

    /// <summary>Now, UTC.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>A new id for a session of a case.</summary>
    public string NewId(CaseId caseId, PersonId technician)
    {
        var now = time.GetUtcNow();
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{caseId}|{technician}|{now.Ticks}")));
        return $"{now.UtcDateTime.ToString(IdTime, CultureInfo.InvariantCulture)}-{Convert.ToHexStringLower(digest)[..12]}";
    }

    /// <summary>Keeps a new session.</summary>
    public async Task AddAsync(RemoteSession session, CancellationToken cancellation)
    {
        await store.UpdateAsync<RemoteSession>(Tables.Flags, Partition, session.Id, before => before ?? session, cancellation);
        await store.UpdateAsync<RemoteSessionPointer>(Tables.Flags, OfCase(session.CaseId), session.Id, before => before ?? new RemoteSessionPointer(session.Id), cancellation);
    }

    /// <summary>A session; null when there is none.</summary>
    public async Task<RemoteSession?> FindAsync(string id, CancellationToken cancellation) => (await store.ReadAsync<RemoteSession>(Tables.Flags, Partition, id, cancellation))?.Value;

    /// <summary>Changes a session while nobody else does.</summary>
    public Task<RemoteSession> UpdateAsync(string id, Func<RemoteSession, RemoteSession> change, CancellationToken cancellation) =>
        store.UpdateAsync<RemoteSession>(Tables.Flags, Partition, id, before => change(before ?? throw new InvalidOperationException($"There is no remote session {id}.")), cancellation);

    /// <summary>The sessions of a case, newest first.</summary>
    public async Task<IReadOnlyList<RemoteSession>> OfCaseAsync(CaseId caseId, CancellationToken cancellation)
    {
        var found = new List<RemoteSession>();
        await foreach (var row in store.QueryAsync(Tables.Flags, OfCase(caseId), null, null, cancellation))
        {
            if (await FindAsync(row.Row, cancellation) is { } session)
                found.Add(session);
        }

        found.Reverse();
        return found;
    }

    /// <summary>The sessions that may still be open, oldest first.</summary>
    public async IAsyncEnumerable<RemoteSession> OpenAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var from = (time.GetUtcNow() - RemoteSession.Longest - TimeSpan.FromHours(1)).UtcDateTime.ToString(IdTime, CultureInfo.InvariantCulture);
        await foreach (var row in store.QueryAsync(Tables.Flags, Partition, from, null, cancellation))
        {
            if (await FindAsync(row.Row, cancellation) is { IsOpen: true } session)
                yield return session;
        }
    }

    /// <summary>The page on which the requester answers and joins. Opening it does nothing.</summary>
    public Uri PageFor(RemoteSession session) => options.Value.Page($"remote/{Uri.EscapeDataString(session.Id)}?t={TokenFor(session.Id)}");

    /// <summary>The token of that page.</summary>
    public string TokenFor(string id) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"remote|{id}")))[..32];

    /// <summary>True when the token is the one of that page; compared in constant time.</summary>
    public bool IsValid(string id, string? token) =>
        token is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(TokenFor(id)), Encoding.UTF8.GetBytes(token));

    private static string OfCase(CaseId caseId) => Tenant.Partition($"remote-of-case|{caseId}");
}

/// <summary>That a case has a session.</summary>
/// <param name="Id">Its id.</param>
internal sealed record RemoteSessionPointer(string Id);

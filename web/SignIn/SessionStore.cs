using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Approvals;

namespace HelpDesk.Web.SignIn;

/// <summary>
/// The sessions on the server: a cookie is good only while its session is open here. Rows hold a digest of the id, so that whoever reads the
/// store has no session.
/// </summary>
public sealed class SessionStore(IRecordStore store, TimeProvider time)
{
    private const int IdBytes = 24;
    private static readonly string Partition = Tenant.Partition("sessions");

    /// <summary>Opens a session for a person who signed in just now.</summary>
    /// <returns>The person with the session's id.</returns>
    public async Task<SignedInPerson> StartAsync(SignedInPerson person, CancellationToken cancellation)
    {
        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));
        await store.UpdateAsync<Session>(Tables.Flags, Partition, RowOf(id), before => before ?? new Session(person.ObjectId, time.GetUtcNow(), null), cancellation);
        return person with { SessionId = id };
    }

    /// <summary>True while the session is open and that person's.</summary>
    public async Task<bool> IsOpenAsync(string id, string personId, CancellationToken cancellation) =>
        (await store.ReadAsync<Session>(Tables.Flags, Partition, RowOf(id), cancellation))?.Value is { EndedAt: null } session
        && string.Equals(session.PersonId, personId, StringComparison.OrdinalIgnoreCase);

    /// <summary>True when a session that the platform keeps was ended here.</summary>
    public async Task<bool> IsEndedAsync(string id, CancellationToken cancellation) =>
        (await store.ReadAsync<Session>(Tables.Flags, Partition, RowOf(id), cancellation))?.Value is { EndedAt: not null };

    /// <summary>Ends a session for good, whether or not it was opened here.</summary>
    public Task EndAsync(string id, string personId, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return store.UpdateAsync<Session>(
            Tables.Flags, Partition, RowOf(id), before => before is null ? new Session(personId, now, now) : before with { EndedAt = before.EndedAt ?? now }, cancellation);
    }

    private static string RowOf(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}

/// <summary>A session as it is kept.</summary>
/// <param name="PersonId">Object id of whose it is.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="EndedAt">When it was ended by sign-out or revocation, UTC; null while it is open.</param>
internal sealed record Session(string PersonId, DateTimeOffset StartedAt, DateTimeOffset? EndedAt);

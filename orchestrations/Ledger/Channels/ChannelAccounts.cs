using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Ledger.Channels;

/// <summary>Which person an account of a chat belongs to, as that person confirmed by their sign-in: signed, so that a changed record counts as none.</summary>
public sealed class ChannelAccounts(IRecordStore store, AuditSeals seals, TimeProvider time)
{
    private static readonly string Partition = Tenant.Partition("channel-accounts");

    /// <summary>Ties an account to a person; a later confirmation replaces an earlier one.</summary>
    /// <param name="channel">Name of the channel.</param>
    /// <param name="accountId">The channel's own id of the account.</param>
    /// <param name="person">Who confirmed it, signed in.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The key or the store cannot be reached; nothing was tied then.</exception>
    public async Task LinkAsync(string channel, string accountId, PersonId person, CancellationToken cancellation)
    {
        var entry = new AuditEvent(
            new CaseId($"channel-account-{channel}"), RowOf(channel, accountId), "channel-account", $"person:{person}", "A person confirmed by their sign-in that an account of a chat is theirs.",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["channel"] = channel, ["account"] = accountId, ["person"] = person, ["at"] = time.GetUtcNow().ToString("O", System.Globalization.CultureInfo.InvariantCulture) });
        var signed = DurableJson.Write(await seals.SealAsync(entry, cancellation));
        await store.UpdateAsync<LinkedAccount>(Tables.Flags, Partition, RowOf(channel, accountId), _ => new LinkedAccount(signed), cancellation);
    }

    /// <summary>Whose account it is; null when no one confirmed it, or the record is not genuine.</summary>
    /// <exception cref="VendorException">The key or the store cannot be reached.</exception>
    public async Task<PersonId?> OwnerAsync(string channel, string accountId, CancellationToken cancellation)
    {
        if ((await store.ReadAsync<LinkedAccount>(Tables.Flags, Partition, RowOf(channel, accountId), cancellation))?.Value is not { } linked || DurableJson.Read<AuditEvent>(linked.Entry) is not { } entry)
            return null;
        return entry.Facts.GetValueOrDefault("channel") == channel && entry.Facts.GetValueOrDefault("account") == accountId && entry.Facts.GetValueOrDefault("person") is { Length: > 0 } person && await seals.IsGenuineAsync(entry, cancellation)
            ? new PersonId(person)
            : null;
    }

    /// <summary>Uses a link up; false when it was used before.</summary>
    public async Task<bool> UseAsync(string token, CancellationToken cancellation) =>
        await store.AddAsync(Tables.Flags, new Record(Tenant.Partition("channel-account-links"), AuditHash.Of(token), "{}"), cancellation) is not null;

    private static string RowOf(string channel, string accountId) => AuditHash.Of($"{channel}\n{accountId}");
}

/// <summary>An account that a person confirmed, as it is kept.</summary>
/// <param name="Entry">The signed entry.</param>
internal sealed record LinkedAccount(string Entry);

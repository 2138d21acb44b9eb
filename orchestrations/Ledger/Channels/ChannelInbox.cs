using System.Globalization;
using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Ledger.Channels;

/// <summary>
/// What came by a channel and is not yet in a ticket. A message is kept before it is answered, and its text only until a ticket has it: then
/// the row is emptied and stays, so that a repetition of the message is recognised.
/// </summary>
public sealed class ChannelInbox(IRecordStore store, TimeProvider time)
{
    private const string RecoveryRow = "channel-recovery";

    private static readonly string Partition = Tenant.Partition("channel-messages");

    /// <summary>The key of a message: derived, so that the same message twice is one.</summary>
    public static string KeyOf(ChannelMessage message) => $"{message.Channel}-{AuditHash.Of($"{message.Channel}\n{message.Id}")[..32]}";

    /// <summary>Keeps a message: by its key, where a repetition stops, and by its time, which recovery reads.</summary>
    /// <returns>Its key, and whether this call kept it.</returns>
    /// <exception cref="VendorException">The store cannot be reached: the channel must send it again.</exception>
    public async Task<(string Key, bool IsNew)> KeepAsync(ChannelMessage message, CancellationToken cancellation)
    {
        var (key, now) = (KeyOf(message), time.GetUtcNow());
        var row = new KeptMessage(message.Text.Length <= ChannelMessage.LongestText ? message : message with { Text = message.Text[..ChannelMessage.LongestText] }, now);
        Record[] rows = [new(Partition, MessageRow(key), DurableJson.Write(row)), new(Partition, $"t|{TimeOf(now)}|{key}", "{}")];
        return (key, await store.CommitAsync(Tables.Inbox, rows, cancellation));
    }

    /// <summary>The message; null when it is unknown, or dealt with.</summary>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public async Task<ChannelMessage?> FindAsync(string key, CancellationToken cancellation) =>
        (await store.ReadAsync<KeptMessage>(Tables.Inbox, Partition, MessageRow(key), cancellation))?.Value.Message;

    /// <summary>Empties a message that is dealt with. A repetition changes nothing.</summary>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public Task EndAsync(string key, CancellationToken cancellation) => store.UpdateAsync<KeptMessage>(
        Tables.Inbox, Partition, MessageRow(key), before => before is { Message: not null } ? before with { Message = null } : before ?? new KeptMessage(null, time.GetUtcNow()), cancellation);

    /// <summary>Keys of what was kept from a moment on, oldest first.</summary>
    public async IAsyncEnumerable<string> SinceAsync(DateTimeOffset since, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var record in store.QueryAsync(Tables.Inbox, Partition, $"t|{TimeOf(since)}", "t~", cancellation))
            yield return record.Row[(record.Row.LastIndexOf('|') + 1)..];
    }

    /// <summary>Up to when everything that was kept is known to be started; null before the first run.</summary>
    public async Task<DateTimeOffset?> RecoveredUntilAsync(CancellationToken cancellation) =>
        (await store.ReadAsync<ChannelRecovery>(Tables.Flags, Tenant.Partition("intake"), RecoveryRow, cancellation))?.Value.Until;

    /// <summary>Keeps that everything up to a moment is started.</summary>
    public Task MarkRecoveredAsync(DateTimeOffset until, CancellationToken cancellation) =>
        store.UpdateAsync<ChannelRecovery>(Tables.Flags, Tenant.Partition("intake"), RecoveryRow, _ => new ChannelRecovery(until), cancellation);

    /// <summary>How far a channel was read; null before the first time.</summary>
    public async Task<ChannelPlace?> PlaceAsync(string channel, CancellationToken cancellation) =>
        (await store.ReadAsync<ChannelPlace>(Tables.Flags, Tenant.Partition("channel-places"), channel, cancellation))?.Value;

    /// <summary>Keeps how far a channel was read.</summary>
    public Task KeepPlaceAsync(string channel, ChannelPlace place, CancellationToken cancellation) =>
        store.UpdateAsync<ChannelPlace>(Tables.Flags, Tenant.Partition("channel-places"), channel, before => before is { } known && known.At > place.At ? known : place, cancellation);

    private static string MessageRow(string key) => $"d|{key}";

    private static string TimeOf(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture);

    private sealed record ChannelRecovery(DateTimeOffset Until);
}

/// <summary>A message as it is kept.</summary>
/// <param name="Message">The message; null once a ticket has it.</param>
/// <param name="ReceivedAt">UTC.</param>
internal sealed record KeptMessage(ChannelMessage? Message, DateTimeOffset ReceivedAt);

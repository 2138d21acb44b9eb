using System.Globalization;
using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>
/// The insert-only inbox. A creation is kept once per ticket, however often and by whomever it is told; a change once per delivery.
/// Each entry is two rows of one commit: one by its key, where a duplicate stops, and one by its time, which recovery reads.
/// </summary>
public sealed class Inbox(IRecordStore store)
{
    private const string RecoveryRow = "recovery";

    /// <summary>Keeps a message, or finds the one that was kept under the same key before.</summary>
    /// <returns>The kept message, and whether this call kept it.</returns>
    public async Task<(QueuedTicket Kept, bool IsNew)> KeepAsync(QueuedTicket message, CancellationToken cancellation)
    {
        var partition = PartitionOf(message.Ticket.System);
        var key = KeyOf(message);
        var json = DurableJson.Write(message);
        Record[] rows = [new(partition, $"d|{key}", json), new(partition, $"t|{TimeOf(message.ReceivedAt)}|{key}", json)];
        if (await store.CommitAsync(Tables.Inbox, rows, cancellation))
            return (message, true);

        var kept = await store.ReadAsync<QueuedTicket>(Tables.Inbox, partition, rows[0].Row, cancellation)
            ?? throw new VendorException("store", "inconsistent", "The inbox refused a row as known and does not hold it: check the record store.", isRetryable: true);
        return (kept.Value, false);
    }

    /// <summary>True when the creation of that ticket was kept before.</summary>
    public async Task<bool> KnowsAsync(TicketReference ticket, CancellationToken cancellation) =>
        await store.GetAsync(Tables.Inbox, PartitionOf(ticket.System), $"d|{CreationKey(ticket)}", cancellation) is not null;

    /// <summary>True when the creation of that ticket was kept before, or this very change of it.</summary>
    public async Task<bool> KnowsAsync(TicketReference ticket, TicketEventKind kind, string deliveryId, CancellationToken cancellation) =>
        await KnowsAsync(ticket, cancellation)
        || (kind == TicketEventKind.Changed && await store.GetAsync(Tables.Inbox, PartitionOf(ticket.System), $"d|{ChangeKey(ticket, deliveryId)}", cancellation) is not null);

    /// <summary>
    /// True when the workflow of a message was started before, even when its history has been purged since. For heads whose engine
    /// may overwrite a finished instance.
    /// </summary>
    public async Task<bool> WasStartedAsync(QueuedTicket message, CancellationToken cancellation) =>
        await store.GetAsync(Tables.Inbox, PartitionOf(message.Ticket.System), StartedRow(message), cancellation) is not null;

    /// <summary>Keeps that the workflow of a message was started. Repeating it changes nothing.</summary>
    public Task MarkStartedAsync(QueuedTicket message, CancellationToken cancellation) =>
        store.AddAsync(Tables.Inbox, new Record(PartitionOf(message.Ticket.System), StartedRow(message), "{}"), cancellation);

    /// <summary>What was kept from a moment on, oldest first.</summary>
    public async IAsyncEnumerable<InboxEntry> SinceAsync(
        string system, DateTimeOffset since, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var record in store.QueryAsync(Tables.Inbox, PartitionOf(system), $"t|{TimeOf(since)}", "t~", cancellation))
            yield return new InboxEntry(record.Row, Read(record.Json));
    }

    /// <summary>Up to when everything that was kept is known to be started; null before the first run.</summary>
    public async Task<DateTimeOffset?> RecoveredUntilAsync(CancellationToken cancellation) =>
        (await store.ReadAsync<RecoveryMark>(Tables.Flags, Tenant.Partition("intake"), RecoveryRow, cancellation))?.Value.Until;

    /// <summary>Keeps that everything up to a moment is started.</summary>
    public Task MarkRecoveredAsync(DateTimeOffset until, CancellationToken cancellation) =>
        store.UpdateAsync<RecoveryMark>(Tables.Flags, Tenant.Partition("intake"), RecoveryRow, _ => new RecoveryMark(until), cancellation);

    private static QueuedTicket? Read(string json)
    {
        try
        {
            return DurableJson.Read<QueuedTicket>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string StartedRow(QueuedTicket message) => $"s|{KeyOf(message)}";

    private static string PartitionOf(string system) => Tenant.Partition(system);

    private static string KeyOf(QueuedTicket message) => message.Kind == TicketEventKind.Created
        ? CreationKey(message.Ticket)
        : ChangeKey(message.Ticket, message.DeliveryId);

    private static string ChangeKey(TicketReference ticket, string deliveryId) => $"{ticket.ExternalId}|changed|{deliveryId}";

    private static string CreationKey(TicketReference ticket) => $"{ticket.ExternalId}|created";

    private static string TimeOf(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture);
}

/// <summary>One row of the inbox.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Message">What was kept; null when it cannot be read any more.</param>
public sealed record InboxEntry(string Row, QueuedTicket? Message);

/// <summary>Up to when the inbox was looked through.</summary>
/// <param name="Until">UTC.</param>
internal sealed record RecoveryMark(DateTimeOffset Until);

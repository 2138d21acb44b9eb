using System.Globalization;
using System.Runtime.CompilerServices;
using HelpDesk.Orchestrations.Audit;
using HelpDesk.Orchestrations.Durable;
using HelpDesk.Orchestrations.Operations;
using HelpDesk.Orchestrations.Records;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Orchestrations.Intake;

/// <summary>
/// Messages that could not be worked on. They are kept in the record store, not in the queue, so that operators see, replay or
/// discard them by the same pages on any head. Every decision is recorded before it is done (P4).
/// </summary>
public sealed class DeadLetters(IRecordStore store, TicketStarter starter, IAuditLog audit, TimeProvider time, ILogger<DeadLetters> log)
{
    private static readonly string Partition = Tenant.Partition("dead-letters");

    /// <summary>Keeps one. The same id twice is one.</summary>
    /// <exception cref="VendorException">The store cannot be reached: leave the message in the queue.</exception>
    public async Task KeepAsync(string id, QueuedTicket? message, string reason, string description, CancellationToken cancellation)
    {
        var letter = new DeadLetter(id, message, reason, description, time.GetUtcNow());
        if (await store.AddAsync(Tables.Flags, new Record(Partition, id, DurableJson.Write(letter)), cancellation) is not null)
            log.DeadLetterKept(id, reason, message?.Ticket.CaseId ?? "unreadable");
    }

    /// <summary>All that were ever kept, in the order of their ids.</summary>
    public async IAsyncEnumerable<DeadLetter> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var record in store.QueryAsync(Tables.Flags, Partition, null, null, cancellation))
            yield return DurableJson.Read<DeadLetter>(record.Json);
    }

    /// <summary>How many are open, and since when the oldest is.</summary>
    public async Task<(int Open, DateTimeOffset? OldestAt)> OpenAsync(CancellationToken cancellation)
    {
        var open = 0;
        DateTimeOffset? oldest = null;
        await foreach (var letter in ListAsync(cancellation))
        {
            if (letter.State != DeadLetterState.Open)
                continue;
            open++;
            oldest = oldest is null || letter.KeptAt < oldest ? letter.KeptAt : oldest;
        }

        return (open, oldest);
    }

    /// <summary>Starts the workflow that a dead letter asked for, after its cause was removed.</summary>
    /// <param name="id">The dead letter.</param>
    /// <param name="by">Who: <c>person:objectId</c>.</param>
    /// <param name="reason">Why, one sentence for the audit log.</param>
    /// <param name="cancellation">Stops the call.</param>
    public Task<OperatorOutcome> ReplayAsync(string id, string by, string reason, CancellationToken cancellation) =>
        DecideAsync(id, by, reason, DeadLetterState.Replayed, cancellation);

    /// <summary>Decides that nothing follows from a dead letter.</summary>
    /// <inheritdoc cref="ReplayAsync" />
    public Task<OperatorOutcome> DiscardAsync(string id, string by, string reason, CancellationToken cancellation) =>
        DecideAsync(id, by, reason, DeadLetterState.Discarded, cancellation);

    private async Task<OperatorOutcome> DecideAsync(string id, string by, string reason, DeadLetterState state, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if ((await store.ReadAsync<DeadLetter>(Tables.Flags, Partition, id, cancellation))?.Value is not { } letter)
            return OperatorOutcome.Unknown;
        if (letter.State != DeadLetterState.Open || (state == DeadLetterState.Replayed && letter.Message is null))
            return OperatorOutcome.MovedOn;

        var key = string.Create(CultureInfo.InvariantCulture, $"dead-letter/{id}/{state}/{time.GetUtcNow():O}");
        await audit.AppendAsync(
            OperatorAudit.Entry(key, letter.Message?.InstanceId ?? id, by, reason, "A dead letter is about to be decided.", ("decision", state.ToString()), ("message", id)), cancellation);
        if (state == DeadLetterState.Replayed)
            await starter.StartAsync(letter.Message!, cancellation);
        await store.UpdateAsync<DeadLetter>(
            Tables.Flags, Partition, id, before => before is { State: DeadLetterState.Open } ? before with { State = state, DecidedBy = by } : before ?? letter, cancellation);
        return OperatorOutcome.Done;
    }
}

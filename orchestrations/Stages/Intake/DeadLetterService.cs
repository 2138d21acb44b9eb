using System.Globalization;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Operators;

namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>
/// Where operators decide about dead letters. A decision is recorded, then stored, then done, then recorded as done (P4). Each of
/// these may be repeated, so that a stop in the middle is taken up again by the next press or by <see cref="FinishAsync(CancellationToken)"/>.
/// </summary>
public sealed class DeadLetterService(DeadLetters letters, Inbox inbox, ITicketStarter starter, CaseStore caseStore, IAuditLog audit, TimeProvider time)
{
    private const string ReplayReason = "Its ticket is to go through intake again.";

    /// <summary>Puts the ticket of a dead letter through intake again, after its cause was removed. One that was started before, even one that has finished, is left alone.</summary>
    /// <param name="id">The dead letter.</param>
    /// <param name="by">Who: <c>person:objectId</c>.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Done also when the same person pressed before; <see cref="OperatorOutcome.MovedOn"/> when it was decided otherwise or cannot be read.</returns>
    /// <exception cref="VendorException">Store, audit log or engine cannot be reached. What was decided is finished later.</exception>
    public Task<OperatorOutcome> ReplayAsync(string id, string by, CancellationToken cancellation) =>
        DecideAsync(id, by, ReplayReason, DeadLetterState.Replaying, cancellation);

    /// <summary>Decides that nothing follows from a dead letter.</summary>
    /// <param name="id">The dead letter.</param>
    /// <param name="by">Who: <c>person:objectId</c>.</param>
    /// <param name="reason">Why, one sentence for the audit log.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Done also when the same person pressed before; <see cref="OperatorOutcome.MovedOn"/> when it was decided otherwise.</returns>
    /// <exception cref="VendorException">Store or audit log cannot be reached. What was decided is finished later.</exception>
    public Task<OperatorOutcome> DiscardAsync(string id, string by, string reason, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return DecideAsync(id, by, reason, DeadLetterState.Discarding, cancellation);
    }

    /// <summary>Takes up every decision that a stop of the process left half done.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="VendorException">Store, audit log or engine cannot be reached.</exception>
    public async Task<int> FinishAsync(CancellationToken cancellation)
    {
        var finished = 0;
        await foreach (var letter in letters.ListAsync(cancellation))
        {
            if (letter.State is not (DeadLetterState.Replaying or DeadLetterState.Discarding))
                continue;
            await FinishAsync(letter, cancellation);
            finished++;
        }

        return finished;
    }

    private async Task<OperatorOutcome> DecideAsync(string id, string by, string reason, DeadLetterState doing, CancellationToken cancellation)
    {
        if (await letters.FindAsync(id, cancellation) is not { } found)
            return OperatorOutcome.Unknown;
        if (doing == DeadLetterState.Replaying && found.Message is null)
            return OperatorOutcome.MovedOn;

        var letter = found;
        if (found.State == DeadLetterState.Open)
        {
            var mine = found with { State = doing, DecidedBy = by, Why = reason, DecidedAt = time.GetUtcNow() };
            await audit.AppendAsync(Entry(mine, "before", doing == DeadLetterState.Replaying ? "A dead letter is about to go through intake again." : "A dead letter is about to be discarded."), cancellation);
            letter = await letters.UpdateAsync(id, before => before.State == DeadLetterState.Open && before.Times == mine.Times ? mine : before, cancellation);
            if (!IsOf(letter, by, doing))
                await audit.AppendAsync(Entry(mine, "after", "Another operator had decided about the dead letter; nothing was done.", ("done", "no")), CancellationToken.None);
        }

        if (!IsOf(letter, by, doing))
            return OperatorOutcome.MovedOn;
        await FinishAsync(letter, cancellation);
        return OperatorOutcome.Done;
    }

    private async Task FinishAsync(DeadLetter letter, CancellationToken cancellation)
    {
        if (letter.State == DeadLetterState.Replaying)
        {
            var started = await StartAsync(letter.Message!, cancellation);
            await audit.AppendAsync(
                Entry(letter, "after", started ? "The ticket went through intake again." : "The ticket had been started before; nothing was started.", ("done", started ? "yes" : "started before")), CancellationToken.None);
        }
        else if (letter.State == DeadLetterState.Discarding)
        {
            await audit.AppendAsync(Entry(letter, "after", "The dead letter was discarded.", ("done", "yes")), CancellationToken.None);
        }

        var done = Done(letter.State);
        await letters.UpdateAsync(letter.Id, before => before.State == letter.State && before.Times == letter.Times && before.State != done ? before with { State = done } : before, CancellationToken.None);
    }

    // Not by the queue: it would drop a message whose id it saw within the hour, and nobody would know.
    private async Task<bool> StartAsync(QueuedTicket message, CancellationToken cancellation)
    {
        var (kept, _) = await inbox.KeepAsync(message, cancellation);
        // An engine may have forgotten what finished long ago; the inbox and the journal have not.
        if (await inbox.WasStartedAsync(kept, cancellation)
            || (kept.Kind == TicketEventKind.Created && await caseStore.FindAsync(kept.Ticket.CaseId, cancellation) is not null))
        {
            return false;
        }

        var started = await starter.StartAsync(kept, cancellation);
        await inbox.MarkStartedAsync(kept, CancellationToken.None);
        return started;
    }

    private static bool IsOf(DeadLetter letter, string by, DeadLetterState doing) =>
        string.Equals(letter.DecidedBy, by, StringComparison.Ordinal) && (letter.State == doing || letter.State == Done(doing));

    private static DeadLetterState Done(DeadLetterState doing) => doing switch
    {
        DeadLetterState.Replaying => DeadLetterState.Replayed,
        DeadLetterState.Discarding => DeadLetterState.Discarded,
        _ => doing,
    };

    // The same decision of the same person has the same keys: it is in the log once, however often it is pressed or taken up again.
    private static AuditEvent Entry(DeadLetter letter, string when, string summary, params (string Name, string Value)[] facts) => OperatorAudit.Entry(
        string.Create(CultureInfo.InvariantCulture, $"dead-letter/{letter.Id}/{letter.Times}/{Done(letter.State)}/{letter.DecidedBy}/{when}"),
        letter.Message?.InstanceId ?? letter.Id, letter.DecidedBy!, letter.Why!, summary,
        [("decision", Done(letter.State).ToString()), ("message", letter.Id), .. facts]);
}

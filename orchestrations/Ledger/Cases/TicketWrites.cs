using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>
/// Writes into a case's ticket and says whether the ticket shows it. What was written under a key is kept: a repeated attempt writes
/// nothing again, also where the ticket system hides from us what we wrote.
/// </summary>
public sealed class TicketWrites(TicketSystems systems, ActivityResults results)
{
    /// <summary>Tells the requester; where the comment does not show, gives the text to the service desk as a note.</summary>
    /// <param name="record">The case.</param>
    /// <param name="text">What the requester is told.</param>
    /// <param name="key">Idempotency key.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The ticket system cannot be reached; retryable.</exception>
    public Task<TicketWritten> TellAsync(CaseRecord record, string text, string key, CancellationToken cancellation) =>
        results.FirstAsync(record.CaseId, $"{key}/told", () => TellOnceAsync(record, text, key, cancellation), cancellation);

    private async Task<TicketWritten> TellOnceAsync(CaseRecord record, string text, string key, CancellationToken cancellation)
    {
        var system = systems.Get(record.Ticket.System);
        if (await TryAsync(() => system.CommentAsync(record.Ticket.ExternalId, text, key, cancellation)) is not { } refusal)
            return new TicketWritten(null);
        var passedOn = await TryAsync(() => system.NoteAsync(record.Ticket.ExternalId, $"The requester has not been notified of the following, because the comment does not show. Please pass it on.\n\n{text}", $"{key}/pass-on", cancellation));
        return passedOn is null
            ? new TicketWritten($"{refusal.Message} The service desk got the text as a note.")
            : new TicketWritten(refusal.Message, IsUnheard: TicketErrors.IsNotShown(refusal) && TicketErrors.IsNotShown(passedOn));
    }

    /// <summary>Does a write; gives the fault that no repetition cures, null when it is done and shows.</summary>
    /// <exception cref="VendorException">Retryable.</exception>
    public static async Task<VendorException?> TryAsync(Func<Task> write)
    {
        try
        {
            await write();
            return null;
        }
        catch (VendorException fault) when (!fault.IsRetryable)
        {
            return fault;
        }
    }
}

/// <summary>What became of a comment to the requester.</summary>
/// <param name="Problem">Why the requester does not know, naming what to change; null when the ticket shows the comment.</param>
/// <param name="IsUnheard">True when nothing that we write shows: then nothing that the requester writes does either.</param>
public sealed record TicketWritten(string? Problem, bool IsUnheard = false)
{
    /// <summary>Channels beside the ticket that did not take it, and why; empty when all did.</summary>
    public IReadOnlyList<string> Undelivered { get; init; } = [];
}

using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Orchestrations.Stages.Understanding;

namespace HelpDesk.Orchestrations.Flows.Tickets;

/// <summary>
/// Reads a changed ticket again: what its requester wrote, what a person did with it, whether it came back after we had resolved it. One that
/// is open and new to us gets a case.
/// </summary>
public sealed class ReadTicketChange(
    TicketReader tickets, RequesterWords words, CaseStore caseStore, TicketChanges changes, TicketReopenings reopenings, TicketIntake intake)
    : Activity<TicketChangedWorkflow.Input, ReadTicketChange.Result>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<TicketChangedWorkflow.Input, Result> Reference = Named<ReadTicketChange>("read-ticket-change");

    private static readonly Result Nothing = new(false, false, null, "en");

    /// <inheritdoc />
    public override async Task<Result> RunAsync(ActivityContext context, TicketChangedWorkflow.Input input)
    {
        var cancellation = context.Cancellation;
        var caseId = input.Ticket.CaseId;
        var record = await caseStore.FindAsync(caseId, cancellation);
        if (record is { State: CaseState.Ignored } || await tickets.ReadAsync(input.Ticket, cancellation) is not { } ticket)
            return Nothing;
        if (record is null)
        {
            await OpenAsync(ticket, cancellation);
            return Nothing;
        }

        // The whole request is disowned: nothing else that the comments say counts any more.
        if (await words.DisownAsync(record, ticket, cancellation))
            return Nothing;
        await reopenings.NoteClosedAsync(record, ticket, cancellation);
        var change = await changes.ReadAsync(record, ticket, cancellation);
        var isReopened = change.CameBack && await reopenings.RecordAsync(caseId, ticket, context.IdempotencyKey, cancellation);
        return new Result(isReopened, change.PersonWanted, record.Intent, words.LanguageOf(change.LastWords)) { MayBeCured = change.MayBeCured };
    }

    // Moved here, or changed for the first time since this product listens: what is open and not ours is a ticket as any other.
    private async Task OpenAsync(Ticket ticket, CancellationToken cancellation)
    {
        if (ticket is { OpenedByUs: true, OpeningKey: null } || ticket.State is TicketState.Resolved or TicketState.Closed)
            return;
        await intake.OpenAsync(ticket.Reference, $"{ticket.Reference.ExternalId}/found-by-change", cancellation);
    }

    /// <summary>What a changed ticket turned out to mean.</summary>
    /// <param name="IsReopened">True when it came back after we had resolved it, and this reading is the first to see that.</param>
    /// <param name="PersonWanted">True when its requester asks for a person.</param>
    /// <param name="Intent">The case's intent.</param>
    /// <param name="Language">Language of the newest comment of the requester; English when there is none.</param>
    public sealed record Result(bool IsReopened, bool PersonWanted, string? Intent, string Language)
    {
        /// <summary>True when a person has the case only because something was not understood, and the requester wrote again since. Default false.</summary>
        public bool MayBeCured { get; init; }
    }
}

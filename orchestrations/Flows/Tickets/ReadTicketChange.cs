using System.Globalization;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Flows.Steps;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Conversation;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Orchestrations.Stages.Outcomes;
using HelpDesk.Orchestrations.Stages.Understanding;

namespace HelpDesk.Orchestrations.Flows.Tickets;

/// <summary>Reads a changed ticket again: did its requester ask for a person, or reopen what we had resolved?</summary>
public sealed class ReadTicketChange(
    TicketSystems systems, WriterLanguage languages, CaseStore caseStore, PersonRequests people, TicketReopenings reopenings, NotMeService notMe)
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
        if (await caseStore.FindAsync(caseId, cancellation) is not { State: not CaseState.Ignored } record)
            return Nothing;
        if (await systems.Get(input.Ticket.System).ReadAsync(input.Ticket.ExternalId, cancellation) is not { } ticket)
            return Nothing;

        // The comment's time is the ticket system's clock and may be cut to the second; the case's is ours.
        var since = record.OpenedAt - TicketIntake.ClockSkew;
        var own = ticket.Comments.Where(comment => comment.At >= since && ticket.Requester?.Wrote(comment) == true).ToList();
        // The whole request is disowned: nothing else that the comments say counts any more.
        if (own.Any(comment => NotMeWords.Says(comment.Text)))
        {
            await notMe.ReportAsync(caseId, "requester", "comment", cancellation);
            return Nothing;
        }

        if (record.State == CaseState.Escalated)
            return Nothing;
        var personWanted = own.Any(comment => TraitFinder.WantsPerson(comment.Text));
        if (personWanted)
            await people.RequestAsync(caseId, "requester", cancellation);

        var cameBack = record.State == CaseState.Resolved
            && (personWanted || (ticket.State is TicketState.Open or TicketState.OnHold && ticket.Version > record.ResolvedVersion));
        var isReopened = cameBack && await reopenings.RecordAsync(caseId, ticket, context.IdempotencyKey, cancellation);
        return new Result(isReopened, personWanted, record.Intent, own.Count == 0 ? "en" : languages.Of(own[^1].Text));
    }

    /// <summary>What a changed ticket turned out to mean.</summary>
    /// <param name="IsReopened">True when it came back after we had resolved it, and this reading is the first to see that.</param>
    /// <param name="PersonWanted">True when its requester asks for a person.</param>
    /// <param name="Intent">The case's intent.</param>
    /// <param name="Language">Language of the newest comment of the requester; English when there is none.</param>
    public sealed record Result(bool IsReopened, bool PersonWanted, string? Intent, string Language);
}

using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Conversation;
using HelpDesk.Orchestrations.Stages.Outcomes;

namespace HelpDesk.Orchestrations.Flows.Tickets;

/// <summary>What happens when a ticket changes that a case was opened for: a wish for a person is passed on, a reopened ticket goes to one, and one that a reply cures goes back to planning.</summary>
public sealed class TicketChangedWorkflow : Workflow<TicketChangedWorkflow.Input, ReadTicketChange.Result>
{
    /// <summary>How it is started; the instance id is the case id and the delivery.</summary>
    public static readonly WorkflowReference<Input, ReadTicketChange.Result> Reference = Named<TicketChangedWorkflow>("ticket-changed", static input => input.AskedBy);

    /// <inheritdoc />
    public override Task<ReadTicketChange.Result> RunAsync(WorkflowContext context, Input input) => ReadAsync(context, input);

    /// <summary>Reads the change and sees to it; also called by the ticket's own workflow, for what was said while it was closing.</summary>
    public static async Task<ReadTicketChange.Result> ReadAsync(WorkflowContext context, Input input)
    {
        var caseId = input.Ticket.CaseId;
        var change = await context.CallAsync(ReadTicketChange.Reference, input, RetryPolicy.Vendor);
        if (change.MayBeCured)
            await context.CallAsync(PlanAgain.Reference, input, RetryPolicy.Vendor);
        if (!change.IsReopened)
            return change;

        await context.CallAsync(NotifyRequester.Reference, new NotifyRequester.Input(caseId, MessageKind.Reopened, null, change.Intent, change.Language), RetryPolicy.Vendor);
        await context.CallAsync(
            EscalateCase.Reference,
            new EscalateCase.Input(caseId, CasePath.Person, "The requester came back after the ticket had been resolved.", change.Intent, [], []),
            RetryPolicy.Vendor);
        return change;
    }

    /// <summary>What <see cref="TicketChangedWorkflow"/> takes.</summary>
    /// <param name="Ticket">Which ticket.</param>
    /// <param name="AskedBy">The requester as the webhook says, for fair turns only; null when it does not say.</param>
    public sealed record Input(TicketReference Ticket, string? AskedBy = null);
}

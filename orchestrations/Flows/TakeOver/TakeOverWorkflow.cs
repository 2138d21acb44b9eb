using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Flows.Actions;
using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Flows.Bulk.Running;
using HelpDesk.Orchestrations.Flows.Undo;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Operations;
using HelpDesk.Orchestrations.Stages.Outcomes;
using HelpDesk.Orchestrations.Stages.Secrets;

namespace HelpDesk.Orchestrations.Flows.TakeOver;

/// <summary>
/// Ends a workflow for an operator and gives its ticket to a person: taking the approval and the pass back first, so that nobody decides
/// for nothing (P6). A workflow itself, so that a stop in the middle loses no ticket.
/// </summary>
public sealed class TakeOverWorkflow : Workflow<EndInstance.Input, EndInstance.Result>
{
    /// <summary>How it is started; the instance id is that of the ended workflow and a word.</summary>
    public static readonly WorkflowReference<EndInstance.Input, EndInstance.Result> Reference = Named<TakeOverWorkflow>("take-over");

    // As for every handing over: there is nobody else to hand it to.
    private static readonly RetryPolicy UntilItWorks = new(1_000_000, TimeSpan.FromSeconds(1), MaxDelay: TimeSpan.FromMinutes(5));

    /// <summary>Id of the take-over of a workflow: one, however often it is asked for.</summary>
    public static string IdFor(string instanceId) => $"{instanceId}-taken-over";

    /// <inheritdoc />
    public override async Task<EndInstance.Result> RunAsync(WorkflowContext context, EndInstance.Input input)
    {
        context.SetStatus("Ending a workflow");
        var ended = await context.CallAsync(EndInstance.Reference, input, UntilItWorks);
        if (ended.CaseId is not { } caseId)
            return ended;

        context.SetStatus("Escalating to a person");
        if (ended.ApprovalId is { } gate)
            await context.CallAsync(CloseApproval.Reference, new CloseApproval.Input(caseId, gate, ApprovalState.Withdrawn), UntilItWorks);
        if (ended.HandOverId is { } handOver)
            await context.CallAsync(CloseHandOver.Reference, new CloseHandOver.Input(caseId, handOver), UntilItWorks);
        if (BulkCase.Is(caseId))
        {
            var end = new BulkEnd(BulkEndKind.Stopped, $"An operator ended the workflow: {input.Reason}", BulkTally.Zero);
            await context.CallAsync(EndBulk.Reference, new EndBulk.Input(caseId, end), UntilItWorks);
            return ended;
        }

        // The ticket behind an undo is closed, with an outcome of its own: it is neither assigned nor counted again.
        if (ended.UndoOf is { } origin)
        {
            await context.CallAsync(CloseUndo.Reference, new CloseUndo.Input(caseId, origin, $"An operator ended the workflow: {input.Reason}", NeedsPerson: true), UntilItWorks);
            return ended;
        }

        // A person has the ticket behind it already.
        if (ended.ActionOf is { } pressedOn)
        {
            await context.CallAsync(CloseAction.Reference, new CloseAction.Input(caseId, pressedOn, "An operator", $"An operator ended the workflow: {input.Reason}", NeedsPerson: true), UntilItWorks);
            return ended;
        }

        await context.CallAsync(
            EscalateCase.Reference,
            new EscalateCase.Input(caseId, CasePath.Person, $"An operator ended the automation of this ticket: {input.Reason}", ended.Intent, [], []),
            UntilItWorks);
        return ended;
    }
}

using System.Globalization;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Flows.Steps;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Stages.Execution;
using HelpDesk.Orchestrations.Stages.Execution.Undo;

namespace HelpDesk.Orchestrations.Flows.Bulk.Running;

/// <summary>The workflow's way through the undo of one target: step by step as its plan lists them, each read back; it stops at the first that is not back.</summary>
internal static class BulkTargetUndo
{
    private const string Why = "An operator asked for the undo of a bulk run.";

    /// <summary>Undoes a target.</summary>
    /// <param name="context">The workflow.</param>
    /// <param name="target">The target.</param>
    /// <param name="plan">Its undo plan.</param>
    /// <param name="steps">How many steps it has.</param>
    /// <param name="patience">How long a target is waited for that a ticket holds.</param>
    /// <returns>How it ended, and why not as wanted.</returns>
    public static async Task<(BulkTargetState State, string? Why)> RunAsync(WorkflowContext context, BulkTargetWorkflow.Input target, PlanReference plan, int steps, TimeSpan patience)
    {
        var isBack = false;
        for (var index = 0; index < steps; index++)
        {
            context.SetStatus(string.Create(CultureInfo.InvariantCulture, $"Undo {index + 1}"));
            var step = new StepInput(plan, index, target.ApprovalId);
            var report = await UndoAsync(context, new UndoStepInput(step, context.UtcNow, Why), patience);
            isBack |= report.Outcome == UndoOutcome.Undone;
            if (!report.IsBack)
                return (StateOf(report.Outcome, isBack), report.Note);
        }

        return (isBack ? BulkTargetState.Done : BulkTargetState.AlreadySo, null);
    }

    // Somebody else's change is left alone; once something was undone, a person must see what is between the two.
    private static BulkTargetState StateOf(UndoOutcome outcome, bool isBack) => outcome switch
    {
        UndoOutcome.Busy => BulkTargetState.Busy,
        UndoOutcome.Drifted when !isBack => BulkTargetState.Skipped,
        _ => BulkTargetState.Failed,
    };

    private static async Task<UndoReport> UndoAsync(WorkflowContext context, UndoStepInput input, TimeSpan patience)
    {
        try
        {
            return await UndoStage.RunAsync(context, input, RetryPolicy.Vendor, patience);
        }
        catch (StepFailedException fault)
        {
            var reason = StepLabels.Shorten($"Could not be undone: {fault.Message}");
            await context.CallAsync(StepGaveUp.Reference, new StepGaveUp.Input(input.Step, fault.Code, reason), RetryPolicy.Vendor);
            return new UndoReport(UndoOutcome.Failed, reason, TimeSpan.Zero, TimeSpan.Zero);
        }
    }
}

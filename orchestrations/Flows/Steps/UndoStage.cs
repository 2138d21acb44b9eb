using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Stages.Execution;
using HelpDesk.Orchestrations.Stages.Execution.Undo;

namespace HelpDesk.Orchestrations.Flows.Steps;

/// <summary>The workflow's way through the undo of one step: wait for the target, undo, read back.</summary>
internal static class UndoStage
{
    /// <summary>Undoes one step; what comes out is final.</summary>
    /// <param name="context">The workflow.</param>
    /// <param name="input">The step.</param>
    /// <param name="retry">How often the undo and each read-back are tried.</param>
    /// <param name="patience">How long a target is waited for that another case changes, before the report says so; null = <see cref="TargetWait.Longest"/>, and then it is given up.</param>
    /// <exception cref="StepFailedException">It was tried as often as <paramref name="retry"/> says.</exception>
    public static async Task<UndoReport> RunAsync(WorkflowContext context, UndoStepInput input, RetryPolicy retry, TimeSpan? patience = null)
    {
        var report = await TargetWait.UntilFreeAsync(
            context, () => context.CallAsync(UndoStep.Reference, input, retry), report => report.Outcome == UndoOutcome.Busy, patience);
        if (report.Outcome == UndoOutcome.Busy && patience is null)
            await context.CallAsync(StepGaveUp.Reference, new StepGaveUp.Input(input.Step, "Busy", report.Note), retry);
        if (report.Outcome != UndoOutcome.Undone)
            return report;

        var found = await ReadBacks.UntilShownAsync(
            context, report.VerifyFor, report.VerifyEvery,
            isLast => context.CallAsync(VerifyUndo.Reference, new VerifyUndo.Input(input.Step, input.StartedAt, isLast), retry));
        return found.Outcome == ReadBackOutcome.Verified ? report with { Note = found.Evidence } : report with { Outcome = UndoOutcome.Failed, Note = found.Evidence };
    }
}

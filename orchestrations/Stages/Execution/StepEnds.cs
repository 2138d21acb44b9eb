using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Execution;

/// <summary>What the end of a step and of its resumption have in common.</summary>
internal static class StepEnds
{
    /// <summary>The end that a report tells of.</summary>
    /// <param name="report">The report.</param>
    /// <param name="descriptor">What is known of its remediation; null when nothing is.</param>
    /// <param name="receiptKey">Key of the receipt in the audit log.</param>
    /// <param name="facts">What the receipt says besides.</param>
    public static EffectEnd<StepReport> Of(StepReport report, RemediationDescriptor? descriptor, string receiptKey, params (string Name, string? Value)[] facts)
    {
        var isDone = IsDone(report.Outcome);
        return new(report, StepLabels.Of(report.Outcome), KeepsTarget: isDone && StepReservations.HoldsUntilReadBack(descriptor!))
        {
            Receipt = new(receiptKey, AuditKinds.StepExecuted, StepLabels.Shorten(isDone ? report.Note : $"Not done: {report.Note}"), [("outcome", report.Outcome.ToString()), .. facts]),
            Note = report.Note,
            State = report.Outcome switch
            {
                StepOutcome.HandOver => CaseStepState.Running,
                StepOutcome.Failed => CaseStepState.Failed,
                _ => isDone ? CaseStepState.Verifying : CaseStepState.Skipped,
            },
        };
    }

    /// <summary>True when the effect is to be read back.</summary>
    public static bool IsDone(StepOutcome outcome) => outcome is StepOutcome.Executed or StepOutcome.AlreadyDone;

    /// <summary>True when it is undone if a later step fails.</summary>
    public static bool IsUndoneOnFailure(StepOutcome outcome, RemediationDescriptor? descriptor) =>
        outcome == StepOutcome.Executed && descriptor is { Reversibility: Reversibility.Undoable, IsContainment: false };

    /// <summary>What a step says whose target another case changes.</summary>
    public static string Busy(CurrentStep at, string heldBy) => $"The case {heldBy} changes the same {StepLabels.Of(at.Step.TargetKind)} now.";
}

using HelpDesk.Orchestrations.Cases;
using HelpDesk.Orchestrations.Durable;
using HelpDesk.Orchestrations.HandOvers;
using HelpDesk.Orchestrations.Remediation.SecondGates;
using HelpDesk.Orchestrations.Remediation.Undo;

namespace HelpDesk.Orchestrations.Remediation.Steps;

/// <summary>The workflow's way through the steps of a plan: each done and read back before the next; undone in reverse when one fails.</summary>
internal static class RemediationStage
{
    /// <summary>Runs all steps of a plan that may run.</summary>
    /// <param name="context">The workflow.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="plan">The stored plan.</param>
    /// <param name="planHash">Its hash.</param>
    /// <param name="steps">How many steps it has.</param>
    /// <param name="gateId">The approval; null when policy allowed it without one.</param>
    /// <param name="patience">How long a target is waited for that another case changes, before the end says so; null = <see cref="TargetWait.Longest"/>, and then a person looks.</param>
    public static async Task<RemediationEnd> RunAsync(
        WorkflowContext context, string caseId, ContextReference plan, string planHash, int steps, string? gateId, TimeSpan? patience = null)
    {
        var done = new List<(StepInput Input, StepReport Report)>();
        var expiring = new List<(StepInput Input, StepReport Report)>();
        for (var index = 0; index < steps; index++)
        {
            var input = new StepInput(caseId, plan, planHash, index, gateId);
            var (report, why) = await RunStepAsync(context, input, patience);
            if (report is { Outcome: StepOutcome.Executed })
                done.Add((input, report));
            if (why is null && report is { ExpiresAfter: not null })
                expiring.Add((input, report));
            if (why is null)
                continue;

            // A person who was asked for decides what is taken back; a step that failed is taken back with what came before it.
            var undone = report is { Outcome: StepOutcome.Stopped } ? 0 : await UndoAsync(context, done, why);
            return new RemediationEnd(false, why, done.Count, undone, report is { Outcome: StepOutcome.Busy } && undone == done.Count);
        }

        foreach (var (input, report) in expiring)
            await context.CallAsync(ScheduleExpiry.Reference, new AccessExpiryInput(input, report.StartedAt, report.StartedAt + report.ExpiresAfter!.Value), RetryPolicy.Vendor);
        return RemediationEnd.Verified with { Executed = done.Count };
    }

    private static async Task<(StepReport? Report, string? Why)> RunStepAsync(WorkflowContext context, StepInput input, TimeSpan? patience)
    {
        context.SetStatus($"Step {input.Index + 1}");
        StepReport? report = null;
        try
        {
            report = await TargetWait.UntilFreeAsync(
                context, () => context.CallAsync(ExecuteStep.Reference, input, RetryPolicy.Vendor), report => report.Outcome == StepOutcome.Busy, patience);
            if (report.Outcome == StepOutcome.Busy && patience is not null)
                return (report, report.Note);
            if (report.Outcome == StepOutcome.Busy)
                throw new StepFailedException(ExecuteStep.Reference.Name, "Busy", report.Note);
            if (report.Outcome == StepOutcome.SecondGate)
                report = await SecondGateStage.RunAsync(context, input, report);
            if (report.Outcome is StepOutcome.Refused or StepOutcome.Stopped or StepOutcome.Failed)
                return (report, report.Note);
            if (report.Outcome == StepOutcome.HandOver)
            {
                var handOver = await HandOverStage.RunAsync(context, new OpenHandOverInput(input.CaseId, input.Plan, input.PlanHash, input.Index));
                if (handOver.State != HandOverState.Collected && handOver.PersonWanted)
                    return (report with { Outcome = StepOutcome.Stopped }, "A person was asked for before anything was handed over.");
                if (handOver.State != HandOverState.Collected)
                    return (report, "Nobody collected it in time; it can be shown no more.");
                // Its time counts from when it was shown, which may be hours after it was offered.
                report = report with { StartedAt = context.UtcNow };
            }

            var (key, startedAt, isOurs) = (report.Key, report.StartedAt, report.Outcome == StepOutcome.Executed);
            var found = await ReadBacks.UntilShownAsync(
                context, report.VerifyFor, report.VerifyEvery,
                isLast => context.CallAsync(VerifyStep.Reference, new VerifyStepInput(input, key, startedAt, isOurs, isLast), RetryPolicy.Vendor));
            return (report, found.Outcome == ReadBackOutcome.Verified ? null : found.Evidence);
        }
        catch (StepFailedException fault)
        {
            await context.CallAsync(StepGaveUp.Reference, new StepGaveUpInput(input, fault.Code, fault.Message), RetryPolicy.Vendor);
            return (report, fault.Message);
        }
    }

    /// <returns>How many steps were taken back.</returns>
    private static async Task<int> UndoAsync(WorkflowContext context, List<(StepInput Input, StepReport Report)> done, string why)
    {
        var undone = 0;
        foreach (var (input, report) in done.Where(step => step.Report.UndoOnFailure).Reverse())
        {
            try
            {
                var taken = await UndoStage.RunAsync(context, new UndoStepInput(input, report.StartedAt, $"A step failed: {why}"), RetryPolicy.Vendor);
                undone += taken.Outcome == UndoOutcome.Undone ? 1 : 0;
            }
            catch (StepFailedException fault)
            {
                await context.CallAsync(StepGaveUp.Reference, new StepGaveUpInput(input, fault.Code, $"Could not be undone: {fault.Message}"), RetryPolicy.Vendor);
            }
        }

        return undone;
    }
}

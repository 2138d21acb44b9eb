using HelpDesk.Orchestrations.Cases;
using HelpDesk.Orchestrations.Durable;
using HelpDesk.Orchestrations.HandOvers;
using HelpDesk.Orchestrations.Remediation.Undo;

namespace HelpDesk.Orchestrations.Remediation.Steps;

/// <summary>The workflow's way through the steps of a plan: each done and read back before the next; undone in reverse when one fails.</summary>
internal static class RemediationStage
{
    /// <summary>Runs all steps of a plan that may run.</summary>
    public static async Task<RemediationEnd> RunAsync(WorkflowContext context, string caseId, ContextReference plan, string planHash, int steps, string? gateId)
    {
        var done = new List<(StepInput Input, StepReport Report)>();
        for (var index = 0; index < steps; index++)
        {
            var input = new StepInput(caseId, plan, planHash, index, gateId);
            var (report, why) = await RunStepAsync(context, input);
            if (report is { Outcome: StepOutcome.Executed })
                done.Add((input, report));
            if (why is null)
                continue;

            // A person who was asked for decides what is taken back; a step that failed is taken back with what came before it.
            if (report is not { Outcome: StepOutcome.Stopped })
                await UndoAsync(context, done, why);
            return new RemediationEnd(false, why);
        }

        foreach (var (input, report) in done.Where(step => step.Report.ExpiresAfter is not null))
            await context.CallAsync(ScheduleExpiry.Reference, new AccessExpiryInput(input, report.StartedAt, report.StartedAt + report.ExpiresAfter!.Value), RetryPolicy.Vendor);
        return RemediationEnd.Verified;
    }

    private static async Task<(StepReport? Report, string? Why)> RunStepAsync(WorkflowContext context, StepInput input)
    {
        context.SetStatus($"Step {input.Index + 1}");
        StepReport? report = null;
        try
        {
            report = await TargetWait.UntilFreeAsync(
                context, () => context.CallAsync(ExecuteStep.Reference, input, RetryPolicy.Vendor), report => report.Outcome == StepOutcome.Busy);
            if (report.Outcome == StepOutcome.Busy)
                throw new StepFailedException(ExecuteStep.Reference.Name, "Busy", report.Note);
            if (report.Outcome is StepOutcome.Refused or StepOutcome.Stopped or StepOutcome.Failed)
                return (report, report.Note);
            if (report.Outcome == StepOutcome.HandOver)
            {
                var handOver = await HandOverStage.RunAsync(context, new OpenHandOverInput(input.CaseId, input.Plan, input.PlanHash, input.Index));
                if (handOver.State != HandOverState.Collected && handOver.PersonWanted)
                    return (report with { Outcome = StepOutcome.Stopped }, "A person was asked for before the pass was handed over.");
                if (handOver.State != HandOverState.Collected)
                    return (report, "Nobody handed the pass over in time; it was withdrawn.");
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

    private static async Task UndoAsync(WorkflowContext context, List<(StepInput Input, StepReport Report)> done, string why)
    {
        foreach (var (input, report) in done.Where(step => step.Report.UndoOnFailure).Reverse())
        {
            try
            {
                await UndoStage.RunAsync(context, new UndoStepInput(input, report.StartedAt, $"A step failed: {why}"), RetryPolicy.Vendor);
            }
            catch (StepFailedException fault)
            {
                await context.CallAsync(StepGaveUp.Reference, new StepGaveUpInput(input, fault.Code, $"Could not be undone: {fault.Message}"), RetryPolicy.Vendor);
            }
        }
    }
}

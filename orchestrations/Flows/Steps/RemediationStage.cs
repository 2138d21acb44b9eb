using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Stages.Execution;
using HelpDesk.Orchestrations.Stages.Execution.Undo;
using HelpDesk.Orchestrations.Stages.Secrets;

namespace HelpDesk.Orchestrations.Flows.Steps;

/// <summary>The workflow's way through the steps of a plan: each done and read back before the next; undone in reverse when one fails, the failed one first.</summary>
internal static class RemediationStage
{
    // After a step was given up its last attempt may still be on its way, and reads of a directory lag behind its writes.
    private static readonly TimeSpan Settle = TimeSpan.FromMinutes(1);

    /// <summary>Runs all steps of a plan that may run.</summary>
    /// <param name="context">The workflow.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="steps">How many steps it has.</param>
    /// <param name="approvalId">The approval; null when policy allowed it without one.</param>
    /// <param name="patience">How long a target is waited for that another case changes, before the end says so; null = <see cref="TargetWait.Longest"/>, and then a person looks.</param>
    public static async Task<RemediationEnd> RunAsync(
        WorkflowContext context, PlanReference plan, int steps, string? approvalId, TimeSpan? patience = null)
    {
        var done = new List<(StepInput Input, StepReport Report)>();
        var handedOver = new List<(StepInput Input, StepReport Report)>();
        for (var index = 0; index < steps; index++)
        {
            var input = new StepInput(plan, index, approvalId);
            var (report, why) = await RunStepAsync(context, input, patience);
            if (report is { Outcome: StepOutcome.Executed })
                done.Add((input, report));
            else if (report is { Outcome: StepOutcome.HandOver })
                handedOver.Add((input, report));
            if (why is null)
                continue;

            // A person who was asked for decides what is undone; a step that failed is undone with what came before it.
            var back = report is { Outcome: StepOutcome.Stopped } ? TakenBack.Nothing : await UndoAsync(context, input, report, done, why);
            await ScheduleAsync(context, [.. done.Where(step => !back.Steps.Contains(step.Input.Index)), .. handedOver]);
            var isBusy = report is { Outcome: StepOutcome.Busy } && back.Steps.Count == done.Count;
            return new RemediationEnd(false, StepLabels.Shorten(string.Join(' ', back.Rest.Prepend(why))), done.Count, back.Steps.Count, isBusy);
        }

        await ScheduleAsync(context, [.. done, .. handedOver]);
        return RemediationEnd.Verified with { Executed = done.Count };
    }

    // What stands after a failure is still temporary.
    private static async Task ScheduleAsync(WorkflowContext context, IEnumerable<(StepInput Input, StepReport Report)> standing)
    {
        foreach (var (input, report) in standing.Where(step => step.Report.ExpiresAfter is not null).OrderBy(step => step.Input.Index))
            await context.CallAsync(ScheduleExpiry.Reference, new AccessExpiryWorkflow.Input(input, report.StartedAt, report.StartedAt + report.ExpiresAfter!.Value), RetryPolicy.Vendor);
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
            if (report.Outcome == StepOutcome.MultiAdminApproval)
                report = await MultiAdminApprovalStage.RunAsync(context, input, report);
            if (report.Outcome is StepOutcome.Refused or StepOutcome.Stopped or StepOutcome.Failed)
                return (report, report.Note);
            if (report.Outcome == StepOutcome.HandOver)
            {
                var handOver = await HandOverStage.RunAsync(context, new OpenHandOver.Input(input.Plan, input.Index, input.ApprovalId));
                if (handOver.State != HandOverState.Collected && handOver.Stop is { } stop)
                    return (report with { Outcome = StepOutcome.Stopped }, stop);
                if (handOver.State != HandOverState.Collected && handOver.PersonWanted)
                    return (report with { Outcome = StepOutcome.Stopped }, "A person was asked for before anything was handed over.");
                if (handOver.State != HandOverState.Collected)
                    return (report with { ExpiresAfter = null }, "It was not collected in time; it can no longer be shown.");
                // Its time counts from when it was shown, which may be hours after it was offered.
                report = report with { StartedAt = context.UtcNow };
            }

            var (key, startedAt, isOurs) = (report.Key, report.StartedAt, report.Outcome == StepOutcome.Executed);
            var found = await ReadBacks.UntilShownAsync(
                context, report.VerifyFor, report.VerifyEvery,
                isLast => context.CallAsync(VerifyStep.Reference, new VerifyStep.Input(input, key, startedAt, isOurs, isLast), RetryPolicy.Vendor));
            return (report, found.Outcome == ReadBackOutcome.Verified ? null : found.Evidence);
        }
        catch (StepFailedException fault)
        {
            await context.CallAsync(StepGaveUp.Reference, new StepGaveUp.Input(input, fault.Code, fault.Message, KeepsTarget: IsUnknown(report)), RetryPolicy.Vendor);
            return (report, fault.Message);
        }
    }

    // Given up while it was sent: whether anything arrived is not known.
    private static bool IsUnknown(StepReport? report) => report is null or { Outcome: StepOutcome.MultiAdminApproval };

    // A refusal may come after an attempt that had half its effect.
    private static bool IsUncertain(StepReport? report) => IsUnknown(report) || report is { Outcome: StepOutcome.Failed or StepOutcome.Refused, MultiAdminApproval: null };

    private static async Task<TakenBack> UndoAsync(
        WorkflowContext context, StepInput failed, StepReport? report, List<(StepInput Input, StepReport Report)> done, string why)
    {
        List<UndoStepInput> steps = [.. done.Where(step => step.Report.UndoOnFailure).Select(step => new UndoStepInput(step.Input, step.Report.StartedAt, $"A step failed: {why}"))];
        if (IsUncertain(report))
        {
            steps.Add(new UndoStepInput(failed, context.UtcNow, $"It failed itself: {why}", IsUncertain: true));
            if (IsUnknown(report))
                await context.SleepUntilAsync(context.UtcNow + Settle);
        }

        steps.Reverse();
        var (back, rest) = (new List<int>(), new List<string>());
        foreach (var step in steps)
        {
            try
            {
                var taken = await UndoStage.RunAsync(context, step, RetryPolicy.Vendor);
                if (taken.Outcome == UndoOutcome.Undone)
                    back.Add(step.Step.Index);
                else if (!taken.IsBack)
                    rest.Add(taken.Note);
            }
            catch (StepFailedException fault)
            {
                var reason = $"Could not be undone: {fault.Message}";
                rest.Add(reason);
                await context.CallAsync(StepGaveUp.Reference, new StepGaveUp.Input(step.Step, fault.Code, reason), RetryPolicy.Vendor);
            }
        }

        return new TakenBack(back, rest);
    }
}

/// <summary>How the steps of a plan ended.</summary>
/// <param name="IsVerified">True when every step's effect was read back.</param>
/// <param name="Why">Why not; null when it was.</param>
/// <param name="Executed">How many steps changed something; the others were so already. Default 0.</param>
/// <param name="Undone">How many of them were undone. Default 0.</param>
/// <param name="IsBusy">True when another case held a target all the time and nothing of this plan is left done. Default false.</param>
public sealed record RemediationEnd(bool IsVerified, string? Why, int Executed = 0, int Undone = 0, bool IsBusy = false)
{
    /// <summary>All done and read back.</summary>
    public static RemediationEnd Verified { get; } = new(true, null);
}

/// <summary>What was undone after a step failed.</summary>
/// <param name="Steps">Indexes of the steps whose effect is gone again.</param>
/// <param name="Rest">What was tried to be undone and stands: one sentence each, for whoever takes over; empty when nothing does.</param>
internal sealed record TakenBack(IReadOnlyList<int> Steps, IReadOnlyList<string> Rest)
{
    /// <summary>Nothing was to be undone.</summary>
    public static TakenBack Nothing { get; } = new([], []);
}

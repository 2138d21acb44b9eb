using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Stages.Execution;
using HelpDesk.Orchestrations.Stages.Planning;
using HelpDesk.Orchestrations.Stages.Policy;

namespace HelpDesk.Orchestrations.Flows.Steps;

/// <summary>
/// The workflow's way through what contains the threat, before anything that waits for an approval. Each step is planned, judged and sent by
/// itself: one that cannot be planned, is not allowed or fails withholds no other. None is undone when another fails.
/// </summary>
/// <param name="context">The workflow.</param>
internal sealed class ContainmentStage(WorkflowContext context)
{
    private readonly List<Task<string?>> _readBacks = [];

    /// <summary>Ids of the steps that were sent so far.</summary>
    public IReadOnlyList<string> Sent { get; private set; } = [];

    /// <summary>When the first step was about to be planned, UTC; null while none was.</summary>
    public DateTimeOffset? Began { get; private set; }

    /// <summary>The plan of a step that was sent, one on a device before one on the account; null when none was.</summary>
    public PlanReference? Plan { get; private set; }

    /// <summary>The plan of a step that another open case of the same person did minutes ago, so that it was not repeated; null when there is none.</summary>
    public PlanReference? Repeated { get; private set; }

    /// <summary>That other case.</summary>
    public CaseId? DoneBy { get; private set; }

    /// <summary>Sends what may be done at once, all steps beside each other. Reading back goes on after this.</summary>
    /// <param name="steps">The runbook's containment steps.</param>
    /// <returns>Ids of all that were sent so far, whatever became of them; the others are for the rest of the plan.</returns>
    public async Task<IReadOnlyList<string>> SendAsync(IReadOnlyList<PlanContainment.Input> steps)
    {
        context.SetStatus("Containing the threat");
        Began ??= context.UtcNow;
        var sent = await Task.WhenAll(steps.Select(SendAsync));
        Sent = [.. Sent, .. steps.Select((step, at) => (step.StepId, IsSent: sent[at])).Where(step => step.IsSent).Select(step => step.StepId)];
        return Sent;
    }

    /// <summary>Waits until everything that was sent is read back, or its time is over.</summary>
    /// <returns>Why what had to be done is not; null when it is.</returns>
    public async Task<string?> ReadBackAsync()
    {
        var missing = (await Task.WhenAll(_readBacks)).OfType<string>().ToList();
        return missing.Count == 0 ? null : StepLabels.Shorten(string.Join(' ', missing));
    }

    private async Task<bool> SendAsync(PlanContainment.Input step)
    {
        try
        {
            var made = await context.CallAsync(PlanContainment.Reference, step, RetryPolicy.Vendor);
            if (made.Plan is not { } plan)
                return false;
            if (made.DoneBy is { } other)
            {
                (Repeated, DoneBy) = (plan, other);
                Began = made.DoneAt < Began ? made.DoneAt : Began;
                return true;
            }

            var verdict = await context.CallAsync(DecidePolicy.Reference, new DecidePolicy.Input(plan, step.Triage, IsContainment: true), RetryPolicy.Vendor);
            if (verdict.Outcome != VerdictOutcome.Allow)
                return false;
            Plan = made.IsOnDevice || Plan is null ? plan : Plan;
            for (var index = 0; index < made.StepCount; index++)
                await ExecuteAsync(new StepInput(plan, index, null), made.IsOptional);
            return true;
        }
        catch (StepFailedException)
        {
            // It could not be planned or judged for hours; the rest of the plan meets the same error and says so. The failed call is in the history.
            return false;
        }
    }

    private async Task ExecuteAsync(StepInput input, bool isOptional)
    {
        StepReport report;
        try
        {
            report = await TargetWait.UntilFreeAsync(
                context, () => context.CallAsync(ExecuteStep.Reference, input, RetryPolicy.Vendor), report => report.Outcome == StepOutcome.Busy);
            if (report.Outcome == StepOutcome.Busy)
                throw new StepFailedException(ExecuteStep.Reference.Name, "Busy", report.Note);
        }
        catch (StepFailedException fault)
        {
            await GiveUpAsync(input, fault);
            _readBacks.Add(Task.FromResult(isOptional ? null : fault.Message));
            return;
        }

        _readBacks.Add(ReadBackAsync(input, report, isOptional));
    }

    private async Task<string?> ReadBackAsync(StepInput input, StepReport report, bool isOptional)
    {
        try
        {
            if (report.Outcome == StepOutcome.MultiAdminApproval)
                report = await MultiAdminApprovalStage.RunAsync(context, input, report);
            if (report.Outcome is not (StepOutcome.Executed or StepOutcome.AlreadyDone))
                return isOptional ? null : report.Note;
            var (key, startedAt, isOurs) = (report.Key, report.StartedAt, report.Outcome == StepOutcome.Executed);
            var found = await ReadBacks.UntilShownAsync(
                context, report.VerifyFor, report.VerifyEvery,
                isLast => context.CallAsync(VerifyStep.Reference, new VerifyStep.Input(input, key, startedAt, isOurs, isLast), RetryPolicy.Vendor));
            return found.Outcome == ReadBackOutcome.Verified || isOptional ? null : found.Evidence;
        }
        catch (StepFailedException fault)
        {
            await GiveUpAsync(input, fault);
            return isOptional ? null : fault.Message;
        }
    }

    private Task<Unit> GiveUpAsync(StepInput input, StepFailedException fault) =>
        context.CallAsync(StepGaveUp.Reference, new StepGaveUp.Input(input, fault.Code, fault.Message), RetryPolicy.Vendor);
}

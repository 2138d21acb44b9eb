using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Budgets;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Stages.Execution.Leases;

namespace HelpDesk.Orchestrations.Stages.Execution.Undo;

/// <summary>
/// Takes one step back to the state that was captured before it, unless somebody else has changed the target since: their change is
/// worth more than ours, and both states are said. A step that failed itself is compared with the captured state: whatever it left of
/// its effect is taken back too, and what must or can only stay is said.
/// </summary>
public sealed class UndoStep(
    PlanGuard guard, RemediationCatalogue catalogue, TargetLeases leases, Budgets budgets, StepIntents intents, DoneSteps done, FirstResult first, CaseStore caseStore, IAuditLog audit, ProductMetrics metrics, TimeProvider time)
    : Activity<UndoStepInput, UndoReport>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<UndoStepInput, UndoReport> Reference = Named<UndoStep>("undo-step");

    /// <inheritdoc />
    public override async Task<UndoReport> RunAsync(ActivityContext context, UndoStepInput input)
    {
        var cancellation = context.Cancellation;
        if (await first.FindAsync<UndoReport>(input.Step.CaseId, context.IdempotencyKey, cancellation) is { } before)
            return before;

        var plan = await guard.PlanAsync(input.Step, cancellation);
        var step = plan.Steps[input.Step.Index];
        var remediation = catalogue.Get(step.Remediation);
        // What an operator asked for is a plan like any other. What follows from a failed step or from the end of a time was decided with its plan.
        if (plan.Undoes is not null
            && (await guard.WhyNotAsync(input.Step, plan, cancellation) ?? await guard.WhyStopAsync(input.Step.CaseId, cancellation)) is { } refusal)
            return await EndAsync(context, input, step, remediation.Descriptor, UndoOutcome.Refused, refusal);

        var sent = input.IsUncertain ? await intents.FindAsync(input.Step, cancellation) : null;
        if (input.IsUncertain && sent is null)
        {
            await leases.ReleaseAsync(step.TargetKind, step.TargetId, StepHolder.Of(context.InstanceId, input.Step), cancellation);
            return new UndoReport(UndoOutcome.NothingToUndo, "It was never begun.", TimeSpan.Zero, TimeSpan.Zero);
        }

        var taken = await leases.TakeAsync(step.TargetKind, step.TargetId, StepHolder.Of(context.InstanceId, input.Step), goesFirst: false, cancellation);
        return taken.IsTaken
            ? sent is not null && MustStay(remediation.Descriptor)
                ? await LeaveAsync(context, input, step, remediation, sent)
                : await UndoAsync(context, input, plan, step, remediation)
            : new UndoReport(UndoOutcome.Busy, $"The case {taken.HeldBy} changes the same {StepLabels.Of(step.TargetKind)} now.", TimeSpan.Zero, TimeSpan.Zero);
    }

    private static bool MustStay(RemediationDescriptor descriptor) => descriptor.IsContainment || descriptor.Reversibility != Reversibility.Undoable;

    // Whether it had its effect is looked at once, for the person who takes over.
    private async Task<UndoReport> LeaveAsync(ActivityContext context, UndoStepInput input, PlanStep step, IRemediation remediation, StepIntended sent)
    {
        var why = remediation.Descriptor.IsContainment ? "It stays in place, because it contains the threat." : $"Not undone. {remediation.Descriptor.Undo}";
        try
        {
            var shown = await remediation.VerifyAsync(new RemediationCall(input.Step.CaseId, step, sent.Key, sent.At), context.Cancellation);
            return shown.Outcome == ReadBackOutcome.Verified
                ? await EndAsync(context, input, step, remediation.Descriptor, UndoOutcome.Stands, $"{why} {BothStates(step, shown.Evidence)}")
                : await EndAsync(context, input, step, remediation.Descriptor, UndoOutcome.NothingToUndo, $"Its effect does not show: {shown.Evidence}");
        }
        catch (VendorException fault) when (!fault.IsRetryable)
        {
            return await EndAsync(
                context, input, step, remediation.Descriptor, UndoOutcome.Stands, $"{why} {BothStates(step, $"it cannot be read, {fault.Message}")}", ("code", fault.Code), ("request-id", fault.RequestId));
        }
    }

    private async Task<UndoReport> UndoAsync(ActivityContext context, UndoStepInput input, Plan plan, PlanStep step, IRemediation remediation)
    {
        var cancellation = context.Cancellation;
        var intendedKey = $"{context.IdempotencyKey}/intended";
        var intendedBefore = await first.FindAsync<StepStarted>(input.Step.CaseId, intendedKey, cancellation) is not null;
        // Only what an operator asked for waits for a budget: half a plan that failed, or access that is over, does not stand for want of one.
        if (plan.Undoes is not null && !intendedBefore && await budgets.ReserveAsync(plan, input.Step.Index, cancellation) is { } exceeded)
            return await EndAsync(context, input, step, remediation.Descriptor, UndoOutcome.Refused, Budgets.Words(exceeded));
        var left = step.Undone ?? await LeftAsync(input, cancellation);
        var startedAt = step.Undone?.StartedAt ?? input.StartedAt;
        CapturedState? now = null;
        try
        {
            now = await remediation.CaptureAsync(new RemediationTarget(step.TargetKind, step.TargetId, step.Parameters), cancellation);
            var isAsBefore = now.Matches(step.PriorState);
            // An attempt that died may have undone it; what it left is no drift.
            if ((left is not null || input.IsUncertain) && !intendedBefore)
            {
                if (isAsBefore)
                    return await EndAsync(context, input, step, remediation.Descriptor, UndoOutcome.NothingToUndo, $"Nothing to undo: the state is as before the step: {now.Text}");
                if (left is not null && !now.Matches(left.StateAfter))
                    return await EndAsync(context, input, step, remediation.Descriptor, UndoOutcome.Drifted, $"Not undone, because someone else has changed it since. After our step: {left.StateAfterText} Now: {now.Text}");
            }

            await first.KeepAsync(input.Step.CaseId, intendedKey, new StepStarted(time.GetUtcNow()), cancellation);
            await audit.AppendAsync(
                StepAudit.Entry(input.Step, step, $"{context.IdempotencyKey}/before", AuditKinds.UndoIntended, $"'{remediation.Descriptor.Title}' is about to be undone.", ("why", input.Why)),
                cancellation);
            var receipt = await remediation.UndoAsync(new RemediationCall(input.Step.CaseId, step, context.IdempotencyKey, startedAt), cancellation);
            var outcome = receipt.HadEffect ? UndoOutcome.Undone
                : !isAsBefore ? UndoOutcome.Failed
                : intendedBefore ? UndoOutcome.Undone : UndoOutcome.NothingToUndo;
            var summary = outcome == UndoOutcome.Failed ? $"{receipt.Summary} {BothStates(step, now.Text)}" : receipt.Summary;
            return await EndAsync(context, input, step, remediation.Descriptor, outcome, summary, ("request-id", receipt.RequestId), ("had-effect", receipt.HadEffect ? "yes" : "no"));
        }
        catch (VendorException fault) when (!fault.IsRetryable)
        {
            return await EndAsync(
                context, input, step, remediation.Descriptor, UndoOutcome.Failed,
                $"Could not be undone: {fault.Message} {BothStates(step, now?.Text ?? "it cannot be read.")}", ("code", fault.Code), ("request-id", fault.RequestId));
        }
    }

    // What a person needs who decides what is to become of it.
    private static string BothStates(PlanStep step, string now) => $"Before the step: {step.PriorStateText} Now: {now}";

    // What changed nothing does not count, nor does what follows when the undo ends here. A failure may have changed something.
    private async Task GiveBackAsync(UndoStepInput input, UndoOutcome outcome, CancellationToken cancellation)
    {
        var plan = await guard.PlanAsync(input.Step, cancellation);
        var isNothing = outcome == UndoOutcome.NothingToUndo;
        await budgets.GiveBackAsync(plan, outcome == UndoOutcome.Failed ? input.Step.Index + 1 : input.Step.Index, isNothing ? 1 : null, cancellation);
    }

    private async Task<UndoneStep?> LeftAsync(UndoStepInput input, CancellationToken cancellation) =>
        await done.FindAsync(input.Step.CaseId, input.Step.PlanHash, input.Step.Index, cancellation) is { } left
            ? new UndoneStep(left.StateAfter, left.StateAfterText, left.StartedAt)
            : null;

    private async Task<UndoReport> EndAsync(
        ActivityContext context, UndoStepInput input, PlanStep step, RemediationDescriptor descriptor, UndoOutcome outcome, string note, params (string Name, string? Value)[] facts)
    {
        var cancellation = context.Cancellation;
        note = StepLabels.Shorten(note);
        await audit.AppendAsync(
            StepAudit.Entry(input.Step, step, $"{context.IdempotencyKey}/after", AuditKinds.Undone, note, [("outcome", outcome.ToString()), ("why", input.Why), .. facts]),
            cancellation);
        if (step.Undone is not null && outcome != UndoOutcome.Undone)
            await GiveBackAsync(input, outcome, cancellation);
        var isRead = outcome == UndoOutcome.Undone;
        await caseStore.MarkStepAsync(
            input.Step.CaseId, step.Id,
            outcome switch
            {
                UndoOutcome.Undone => CaseStepState.Verifying,
                // A step that failed without any effect failed; it was not undone.
                UndoOutcome.NothingToUndo => input.IsUncertain ? null : CaseStepState.Undone,
                _ when step.Undone is not null => CaseStepState.Failed,
                _ => null,
            },
            input.IsUncertain ? StepLabels.Shorten($"{note} {input.Why}") : note, cancellation);
        if (!isRead || descriptor.VerifyFor > TargetLeases.LongestHold)
            await leases.ReleaseAsync(step.TargetKind, step.TargetId, StepHolder.Of(context.InstanceId, input.Step), cancellation);
        metrics.StepEnded(step.Remediation, isRead ? StepLabels.Undone : StepLabels.NotUndone);
        return await first.KeepAsync(input.Step.CaseId, context.IdempotencyKey, new UndoReport(outcome, note, descriptor.VerifyFor, descriptor.VerifyEvery), cancellation);
    }
}

/// <summary>What <see cref="UndoStep"/> takes.</summary>
/// <param name="Step">The step.</param>
/// <param name="StartedAt">When it started, UTC.</param>
/// <param name="Why">Why it is undone: a later step failed, its time is over, an operator asked.</param>
/// <param name="IsUncertain">True for a step that failed or was given up itself: nobody knows whether it changed nothing, something or all. Default false.</param>
public sealed record UndoStepInput(StepInput Step, DateTimeOffset StartedAt, string Why, bool IsUncertain = false);

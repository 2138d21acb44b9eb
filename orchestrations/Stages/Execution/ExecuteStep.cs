using System.Globalization;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Budgets;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Stages.Execution.Leases;

namespace HelpDesk.Orchestrations.Stages.Execution;

/// <summary>Runs one step: takes its target and its place in the hour's budget, looks again, records the intent, does it with an idempotency key, records the receipt.</summary>
public sealed class ExecuteStep(
    PlanGuard guard, RemediationCatalogue catalogue, TargetLeases leases, Budgets budgets, StepIntents intents, FirstResult first, CaseStore caseStore, IAuditLog audit, ProductMetrics metrics, TimeProvider time)
    : Activity<StepInput, StepReport>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<StepInput, StepReport> Reference = Named<ExecuteStep>("execute-step");

    /// <summary>What the case does while the target system waits for its second administrator.</summary>
    internal const string WaitsForMultiAdminApproval = "Waiting for Multi Admin Approval in Intune";

    /// <inheritdoc />
    public override async Task<StepReport> RunAsync(ActivityContext context, StepInput input)
    {
        var cancellation = context.Cancellation;
        if (await first.FindAsync<StepReport>(input.CaseId, context.IdempotencyKey, cancellation) is { } before)
            return before;

        var plan = await guard.PlanAsync(input, cancellation);
        var step = plan.Steps[input.Index];
        if ((plan.Undoes is null ? await guard.WhyNotAsync(input, plan, cancellation) : "An undo is never carried out forwards.") is { } refusal)
            return await EndAsync(context, input, step, null, StepOutcome.Refused, refusal, null);
        if (await guard.WhyStopAsync(input.CaseId, cancellation) is { } stop)
            return await EndAsync(context, input, step, null, StepOutcome.Stopped, stop, null);

        var remediation = catalogue.Get(step.Remediation);
        if (remediation.Descriptor.IsHandOver)
            return await HandOverAsync(context, input, plan, step, remediation);

        var taken = await leases.TakeAsync(step.TargetKind, step.TargetId, StepHolder.Of(context.InstanceId, input), remediation.Descriptor.IsContainment, cancellation);
        return taken.IsTaken
            ? await ExecuteAsync(context, input, plan, step, remediation)
            : Report(context, step, null, StepOutcome.Busy, $"The case {taken.HeldBy} changes the same {StepLabels.Of(step.TargetKind)} now.", remediation.Descriptor);
    }

    // Approvals take days: the account may have been blocked since. Whoever shows the secret looks once more.
    private async Task<StepReport> HandOverAsync(ActivityContext context, StepInput input, Plan plan, PlanStep step, IRemediation remediation)
    {
        if (await budgets.ReserveAsync(plan, input.Index, context.Cancellation) is { } exceeded)
            return await EndAsync(context, input, step, null, StepOutcome.Refused, Budgets.Words(exceeded), remediation.Descriptor);
        var call = new RemediationCall(input.CaseId, step, context.IdempotencyKey, time.GetUtcNow());
        try
        {
            var precondition = await remediation.CheckAsync(call, context.Cancellation);
            return precondition.Outcome == PreconditionOutcome.Refused
                ? await EndAsync(context, input, step, null, StepOutcome.Refused, precondition.Reason!, remediation.Descriptor)
                : await EndAsync(context, input, step, null, StepOutcome.HandOver, "An entitled person gives it to its owner.", remediation.Descriptor);
        }
        catch (VendorException fault) when (!fault.IsRetryable)
        {
            return await EndAsync(context, input, step, null, StepOutcome.Failed, fault.Message, remediation.Descriptor, ("code", fault.Code), ("request-id", fault.RequestId));
        }
    }

    private async Task<StepReport> ExecuteAsync(ActivityContext context, StepInput input, Plan plan, PlanStep step, IRemediation remediation)
    {
        var cancellation = context.Cancellation;
        var intendedBefore = await intents.FindAsync(input, cancellation) is not null;
        // What was sent may have had its effect, which counted in the hour it was sent.
        if (!intendedBefore && await budgets.ReserveAsync(plan, input.Index, cancellation) is { } exceeded)
            return await EndAsync(context, input, step, null, StepOutcome.Refused, Budgets.Words(exceeded), remediation.Descriptor);
        var started = await first.KeepAsync(input.CaseId, $"{context.IdempotencyKey}/started", new StepStarted(time.GetUtcNow()), cancellation);
        var call = new RemediationCall(input.CaseId, step, context.IdempotencyKey, started.At) { ApprovalId = input.ApprovalId };

        try
        {
            var precondition = await remediation.CheckAsync(call, cancellation);
            if (precondition.Outcome == PreconditionOutcome.Refused)
                return await EndAsync(context, input, step, started, StepOutcome.Refused, precondition.Reason!, remediation.Descriptor);
            // What an attempt before this one intended is our own effect, even if that attempt died before it could say so.
            if (precondition.Outcome == PreconditionOutcome.AlreadyDone && !intendedBefore)
                return await EndAsync(context, input, step, started, StepOutcome.AlreadyDone, precondition.Reason!, remediation.Descriptor);

            await intents.KeepAsync(input, new StepIntended(started.At, context.IdempotencyKey), cancellation);
            await audit.AppendAsync(StepAudit.Entry(input, step, $"{context.IdempotencyKey}/before", AuditKinds.StepIntended, $"'{remediation.Descriptor.Title}' is about to be done."), cancellation);
            await caseStore.MarkStepAsync(input.CaseId, step.Id, CaseStepState.Running, null, cancellation, remediation.Descriptor.Title);
            if (precondition.Outcome == PreconditionOutcome.AlreadyDone)
                return await EndAsync(context, input, step, started, StepOutcome.Executed, precondition.Reason!, remediation.Descriptor);

            var receipt = await remediation.ExecuteAsync(call, cancellation);
            if (receipt.MultiAdminApprovalCode is { } code)
                return await WaitAsync(context, input, step, started, receipt, code, remediation.Descriptor);
            return await EndAsync(
                context, input, step, started, receipt.HadEffect ? StepOutcome.Executed : StepOutcome.AlreadyDone, receipt.Summary, remediation.Descriptor,
                ("request-id", receipt.RequestId), ("had-effect", receipt.HadEffect ? "yes" : "no"));
        }
        catch (VendorException fault) when (!fault.IsRetryable)
        {
            return await EndAsync(context, input, step, started, StepOutcome.Failed, fault.Message, remediation.Descriptor, ("code", fault.Code), ("request-id", fault.RequestId));
        }
    }

    // Nothing was done yet: the target system keeps the request until its second administrator decides.
    private async Task<StepReport> WaitAsync(
        ActivityContext context, StepInput input, PlanStep step, StepStarted started, RemediationReceipt receipt, string code, RemediationDescriptor descriptor)
    {
        await audit.AppendAsync(
            StepAudit.Entry(input, step, $"{context.IdempotencyKey}/multi-admin-approval", AuditKinds.MultiAdminApprovalRequested, StepLabels.Shorten(receipt.Summary), ("multi-admin-approval", code), ("request-id", receipt.RequestId)),
            context.Cancellation);
        await caseStore.UpdateAsync(input.CaseId, record => record with { State = CaseState.WaitingForMultiAdminApproval, Doing = WaitsForMultiAdminApproval }, context.Cancellation);
        await MarkAsync(input, step, CaseStepState.Running, receipt.Summary, context.Cancellation);
        // Days may pass: whoever else has to do with the target goes first meanwhile.
        await leases.ReleaseAsync(step.TargetKind, step.TargetId, StepHolder.Of(context.InstanceId, input), context.Cancellation);
        metrics.StepEnded(step.Remediation, StepLabels.Of(StepOutcome.MultiAdminApproval));
        var report = Report(context, step, started, StepOutcome.MultiAdminApproval, receipt.Summary, descriptor) with { MultiAdminApproval = code };
        return await first.KeepAsync(input.CaseId, context.IdempotencyKey, report, context.Cancellation);
    }

    private async Task<StepReport> EndAsync(
        ActivityContext context, StepInput input, PlanStep step, StepStarted? started, StepOutcome outcome, string note, RemediationDescriptor? descriptor,
        params (string Name, string? Value)[] facts)
    {
        var isDone = outcome is StepOutcome.Executed or StepOutcome.AlreadyDone;
        if (outcome != StepOutcome.HandOver)
        {
            await audit.AppendAsync(
                StepAudit.Entry(
                    input, step, $"{context.IdempotencyKey}/after", AuditKinds.StepExecuted, StepLabels.Shorten(isDone ? note : $"Not done: {note}"),
                    [("outcome", outcome.ToString()), .. facts]),
                context.Cancellation);
        }

        await MarkAsync(
            input, step,
            outcome switch
            {
                StepOutcome.HandOver => CaseStepState.Running,
                StepOutcome.Failed => CaseStepState.Failed,
                _ => isDone ? CaseStepState.Verifying : CaseStepState.Skipped,
            },
            note, context.Cancellation);

        if (outcome is not (StepOutcome.Executed or StepOutcome.HandOver))
            await GiveBackAsync(input, outcome, context.Cancellation);
        // What is read back soon stays taken until then.
        if (!isDone || descriptor!.VerifyFor > TargetLeases.LongestHold)
            await leases.ReleaseAsync(step.TargetKind, step.TargetId, StepHolder.Of(context.InstanceId, input), context.Cancellation);
        metrics.StepEnded(step.Remediation, StepLabels.Of(outcome));
        return await first.KeepAsync(input.CaseId, context.IdempotencyKey, Report(context, step, started, outcome, note, descriptor), context.Cancellation);
    }

    // What changed nothing does not count, nor does what follows when the plan ends here. What was sent counts, whatever became of it.
    private async Task GiveBackAsync(StepInput input, StepOutcome outcome, CancellationToken cancellation)
    {
        var plan = await guard.PlanAsync(input, cancellation);
        if (outcome == StepOutcome.AlreadyDone)
            await budgets.GiveBackAsync(plan, input.Index, 1, cancellation);
        else
            await budgets.GiveBackAsync(plan, await intents.FindAsync(input, cancellation) is null ? input.Index : input.Index + 1, null, cancellation);
    }

    private StepReport Report(ActivityContext context, PlanStep step, StepStarted? started, StepOutcome outcome, string note, RemediationDescriptor? descriptor) => new(
        step.Id, outcome, StepLabels.Shorten(note), context.IdempotencyKey, started?.At ?? time.GetUtcNow(),
        descriptor?.VerifyFor ?? TimeSpan.Zero, descriptor?.VerifyEvery ?? TimeSpan.Zero,
        outcome == StepOutcome.Executed && descriptor is { Reversibility: Reversibility.Undoable, IsContainment: false },
        outcome == StepOutcome.Executed || (outcome == StepOutcome.HandOver && descriptor is { Reversibility: Reversibility.Undoable }) ? ExpiresAfter(step) : null);

    private Task<CaseRecord> MarkAsync(StepInput input, PlanStep step, CaseStepState state, string? note, CancellationToken cancellation) =>
        caseStore.MarkStepAsync(input.CaseId, step.Id, state, note is null ? null : StepLabels.Shorten(note), cancellation);

    private static TimeSpan? ExpiresAfter(PlanStep step) =>
        step.Parameters.TryGetValue("expiresAfter", out var text) && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var span) ? span : null;
}

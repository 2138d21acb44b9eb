using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Budgets;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Stages.Execution.Leases;

namespace HelpDesk.Orchestrations.Stages.Execution;

/// <summary>Reads back, once, whether the target shows a step's effect. Not shown in time = not done.</summary>
public sealed class VerifyStep(
    PlanGuard guard, RemediationCatalogue catalogue, TargetLeases leases, Budgets budgets, DoneSteps done, CaseStore caseStore, IAuditLog audit, ProductMetrics metrics) : Activity<VerifyStep.Input, ReadBack>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, ReadBack> Reference = Named<VerifyStep>("verify-step");

    /// <inheritdoc />
    public override async Task<ReadBack> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        var plan = await guard.PlanAsync(input.Step, cancellation);
        var step = plan.Steps[input.Step.Index];
        var remediation = catalogue.Get(step.Remediation);
        var found = await remediation.VerifyAsync(new RemediationCall(input.Step.CaseId, step, input.Key, input.StartedAt), cancellation);
        if (found.Outcome == ReadBackOutcome.Pending && !input.IsLast)
            return found;

        var isShown = found.Outcome == ReadBackOutcome.Verified;
        if (isShown && input.IsOurs && remediation.Descriptor.Reversibility == Reversibility.Undoable)
        {
            // What an undo will be measured against: if it looks otherwise then, somebody else has changed it.
            var after = await remediation.CaptureAsync(new RemediationTarget(step.TargetKind, step.TargetId, step.Parameters), cancellation);
            await done.KeepAsync(new StepDone(input.Step, input.StartedAt, after.Json, after.Text), cancellation);
        }

        var evidence = found.Outcome == ReadBackOutcome.Pending ? $"The effect did not show in time: {found.Evidence}" : found.Evidence;
        await audit.AppendAsync(
            StepAudit.Entry(input.Step, step, $"{input.Key}/read-back", AuditKinds.StepVerified, evidence, ("outcome", found.Outcome.ToString())),
            cancellation);
        await caseStore.MarkStepAsync(input.Step.CaseId, step.Id, isShown ? CaseStepState.Verified : CaseStepState.Failed, evidence, cancellation);
        metrics.StepEnded(step.Remediation, isShown ? StepLabels.Verified : StepLabels.NotVerified);
        if (!isShown)
        {
            metrics.Mismatched(step.Remediation);
            // The plan ends here; what follows will not be done.
            await budgets.GiveBackAsync(plan, input.Step.Index + 1, null, cancellation);
        }

        await leases.ReleaseAsync(step.TargetKind, step.TargetId, StepHolder.Of(context.InstanceId, input.Step), cancellation);
        return found with { Evidence = evidence };
    }

    /// <summary>What <see cref="VerifyStep"/> takes.</summary>
    /// <param name="Step">The step.</param>
    /// <param name="Key">Idempotency key of its execution.</param>
    /// <param name="StartedAt">When it started, UTC.</param>
    /// <param name="IsOurs">True when this step changed something, so that it can be undone; false when it was so already.</param>
    /// <param name="IsLast">True when the patience ends with this read-back.</param>
    public sealed record Input(StepInput Step, string Key, DateTimeOffset StartedAt, bool IsOurs, bool IsLast);
}

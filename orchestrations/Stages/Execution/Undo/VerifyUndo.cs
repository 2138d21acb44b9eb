using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Stages.Execution.Leases;

namespace HelpDesk.Orchestrations.Stages.Execution.Undo;

/// <summary>Reads back, once, whether an undo shows. Not shown in time = not undone.</summary>
public sealed class VerifyUndo(PlanGuard guard, RemediationCatalogue catalogue, TargetLeases leases, CaseStore caseStore, IAuditLog audit) : Activity<VerifyUndo.Input, ReadBack>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, ReadBack> Reference = Named<VerifyUndo>("verify-undo");

    /// <inheritdoc />
    public override async Task<ReadBack> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        var plan = await guard.PlanAsync(input.Step, cancellation);
        var step = plan.Steps[input.Step.Index];
        var call = new RemediationCall(input.Step.CaseId, step, context.IdempotencyKey, step.Undone?.StartedAt ?? input.StartedAt);
        var found = await catalogue.Get(step.Remediation).VerifyUndoAsync(call, cancellation);
        if (found.Outcome == ReadBackOutcome.Pending && !input.IsLast)
            return found;

        var isShown = found.Outcome == ReadBackOutcome.Verified;
        var evidence = isShown ? $"Undone: {found.Evidence}" : StepLabels.Shorten($"The undo did not show in time. Before the step: {step.PriorStateText} Now: {found.Evidence}");
        await audit.AppendAsync(
            StepAudit.Entry(input.Step, step, $"{context.IdempotencyKey}/undo-read-back", AuditKinds.UndoVerified, evidence, ("outcome", found.Outcome.ToString())), cancellation);
        await caseStore.MarkStepAsync(input.Step.CaseId, step.Id, isShown ? CaseStepState.Undone : CaseStepState.Failed, evidence, cancellation);
        if (isShown && plan.Undoes is { } origin)
            await caseStore.MarkStepAsync(origin.CaseId, step.Id, CaseStepState.Undone, evidence, cancellation);
        await leases.ReleaseAsync(step.TargetKind, step.TargetId, StepHolder.Of(context.InstanceId, input.Step), cancellation);
        return found with { Evidence = evidence };
    }

    /// <summary>What <see cref="VerifyUndo"/> takes.</summary>
    /// <param name="Step">The step that was undone.</param>
    /// <param name="StartedAt">When the step had started, UTC.</param>
    /// <param name="IsLast">True when the patience ends with this read-back.</param>
    public sealed record Input(StepInput Step, DateTimeOffset StartedAt, bool IsLast);
}

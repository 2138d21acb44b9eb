using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Budgets;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Stages.Execution.Leases;

namespace HelpDesk.Orchestrations.Stages.Execution;

/// <summary>Records that a step, or its undo, was given up after all its attempts.</summary>
public sealed class StepGaveUp(PlanGuard guard, TargetLeases leases, Budgets budgets, CaseStore caseStore, IAuditLog audit, ProductMetrics metrics) : Activity<StepGaveUpInput, Unit>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<StepGaveUpInput, Unit> Reference = Named<StepGaveUp>("step-gave-up");

    /// <inheritdoc />
    public override async Task<Unit> RunAsync(ActivityContext context, StepGaveUpInput input)
    {
        var plan = await guard.PlanAsync(input.Step, context.Cancellation);
        var step = plan.Steps[input.Step.Index];
        await audit.AppendAsync(
            StepAudit.Entry(
                input.Step, step, $"{context.IdempotencyKey}/gave-up", AuditKinds.StepExecuted,
                $"Given up: {input.Reason}", ("outcome", "GaveUp"), ("code", input.Code)),
            context.Cancellation);
        await caseStore.MarkStepAsync(input.Step.CaseId, step.Id, CaseStepState.Failed, input.Reason, context.Cancellation);
        // Whether the step had its effect is not known, so it counts; what follows it will not be done.
        await budgets.GiveBackAsync(plan, input.Step.Index + 1, null, context.Cancellation);
        if (!input.KeepsTarget)
            await leases.ReleaseAsync(step.TargetKind, step.TargetId, StepHolder.Of(context.InstanceId, input.Step), context.Cancellation);
        metrics.StepEnded(step.Remediation, StepLabels.GaveUp);
        return Unit.Value;
    }
}

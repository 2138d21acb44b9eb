using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Budgets;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Stages.Execution.Leases;

namespace HelpDesk.Orchestrations.Stages.Execution;

/// <summary>Records that a step, or its undo, was given up after all its attempts.</summary>
public sealed class StepGaveUp(PlanGuard guard, TargetLeases leases, Budgets budgets, CaseStore caseStore, IAuditLog audit, ProductMetrics metrics) : Activity<StepGaveUp.Input, Unit>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Unit> Reference = Named<StepGaveUp>("step-gave-up");

    /// <inheritdoc />
    public override async Task<Unit> RunAsync(ActivityContext context, Input input)
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

    /// <summary>What <see cref="StepGaveUp"/> takes.</summary>
    /// <param name="Step">The step.</param>
    /// <param name="Code">The fault's code.</param>
    /// <param name="Reason">The fault's message.</param>
    /// <param name="KeepsTarget">True when its undo follows and must find the target as the step left it; default false: the target is given back.</param>
    public sealed record Input(StepInput Step, string Code, string Reason, bool KeepsTarget = false);
}

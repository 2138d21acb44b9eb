using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Execution;

/// <summary>Records that a step, or its undo, was given up after all its attempts.</summary>
public sealed class StepGaveUp(PlanGuard guard, StepReservations reservations, StepRecorder recorder) : Activity<StepGaveUp.Input, Unit>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Unit> Reference = Named<StepGaveUp>("step-gave-up");

    /// <inheritdoc />
    public override async Task<Unit> RunAsync(ActivityContext context, Input input)
    {
        var at = await guard.StepAsync(context, input.Step);
        await recorder.AuditAsync(at, new($"{context.IdempotencyKey}/gave-up", AuditKinds.StepExecuted, $"Given up: {input.Reason}", ("outcome", "GaveUp"), ("code", input.Code)));
        await recorder.MarkAsync(at, CaseStepState.Failed, input.Reason);
        // Whether the step had its effect is not known, so it counts; what follows it will not be done.
        await reservations.ReturnBudgetAsync(at, BudgetReturn.After(at));
        if (!input.KeepsTarget)
            await reservations.ReleaseTargetAsync(at);
        recorder.Count(at, StepLabels.GaveUp);
        return Unit.Value;
    }

    /// <summary>What <see cref="StepGaveUp"/> takes.</summary>
    /// <param name="Step">The step.</param>
    /// <param name="Code">The error's code.</param>
    /// <param name="Reason">The error's message.</param>
    /// <param name="KeepsTarget">True when its undo follows and must find the target as the step left it; default false: the target is released.</param>
    public sealed record Input(StepInput Step, string Code, string Reason, bool KeepsTarget = false);
}

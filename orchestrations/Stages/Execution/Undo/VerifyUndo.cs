using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Execution.Undo;

/// <summary>Reads back, once, whether an undo shows. Not shown in time = not undone.</summary>
public sealed class VerifyUndo(PlanGuard guard, RemediationCatalogue catalogue, StepReservations reservations, StepRecorder recorder) : Activity<VerifyUndo.Input, ReadBack>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, ReadBack> Reference = Named<VerifyUndo>("verify-undo");

    /// <inheritdoc />
    public override async Task<ReadBack> RunAsync(ActivityContext context, Input input)
    {
        var at = await guard.StepAsync(context, input.Step);
        var call = new RemediationCall(input.Step.CaseId, at.Step, context.IdempotencyKey, at.Step.Undone?.StartedAt ?? input.StartedAt);
        // Switched off since: what cannot be read back is not undone.
        var found = catalogue.Find(at.Step.Remediation) is { } remediation
            ? await remediation.VerifyUndoAsync(call, at.Cancellation)
            : new ReadBack(ReadBackOutcome.Failed, guard.WhyOff(at.Step.Remediation)!);
        if (found.Outcome == ReadBackOutcome.Pending && !input.IsLast)
            return found;

        var isShown = found.Outcome == ReadBackOutcome.Verified;
        var evidence = isShown ? $"Undone: {found.Evidence}" : StepLabels.Shorten($"The undo did not show in time. Before the step: {at.Step.PriorStateText} Now: {found.Evidence}");
        await recorder.AuditAsync(at, new($"{context.IdempotencyKey}/undo-read-back", AuditKinds.UndoVerified, evidence, ("outcome", found.Outcome.ToString())));
        await recorder.MarkAsync(at, isShown ? CaseStepState.Undone : CaseStepState.Failed, evidence);
        if (isShown && at.Plan.Undoes is { } origin)
            await recorder.MarkAsync(at, origin.CaseId, CaseStepState.Undone, evidence);
        await reservations.ReleaseTargetAsync(at);
        return found with { Evidence = evidence };
    }

    /// <summary>What <see cref="VerifyUndo"/> takes.</summary>
    /// <param name="Step">The step that was undone.</param>
    /// <param name="StartedAt">When the step had started, UTC.</param>
    /// <param name="IsLast">True when this is the last read-back.</param>
    public sealed record Input(StepInput Step, DateTimeOffset StartedAt, bool IsLast);
}

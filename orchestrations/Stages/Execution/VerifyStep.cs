using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Execution;

/// <summary>Reads back, once, whether the target shows a step's effect. Not shown in time = not done.</summary>
public sealed class VerifyStep(PlanGuard guard, RemediationCatalogue catalogue, StepReservations reservations, DoneSteps done, StepRecorder recorder) : Activity<VerifyStep.Input, ReadBack>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, ReadBack> Reference = Named<VerifyStep>("verify-step");

    /// <inheritdoc />
    public override async Task<ReadBack> RunAsync(ActivityContext context, Input input)
    {
        var at = await guard.StepAsync(context, input.Step);
        var remediation = catalogue.Find(at.Step.Remediation);
        // Switched off since: what cannot be read back is not done.
        var found = remediation is null
            ? new ReadBack(ReadBackOutcome.Failed, guard.WhyOff(at.Step.Remediation)!)
            : await remediation.VerifyAsync(new RemediationCall(input.Step.CaseId, at.Step, input.Key, input.StartedAt), at.Cancellation);
        if (found.Outcome == ReadBackOutcome.Pending && !input.IsLast)
            return found;

        var isShown = found.Outcome == ReadBackOutcome.Verified;
        if (isShown && input.IsOurs && remediation is { Descriptor.Reversibility: Reversibility.Undoable })
        {
            // What an undo is compared with: a target that has another state then was changed by someone else.
            var after = await remediation.CaptureAsync(at.Target, at.Cancellation);
            await done.KeepAsync(new StepDone(input.Step, input.StartedAt, after.Json, after.Text), at.Cancellation);
        }

        var evidence = found.Outcome == ReadBackOutcome.Pending ? $"The effect did not show in time: {found.Evidence}" : found.Evidence;
        await recorder.AuditAsync(at, new($"{input.Key}/read-back", AuditKinds.StepVerified, evidence, ("outcome", found.Outcome.ToString())));
        await recorder.MarkAsync(at, isShown ? CaseStepState.Verified : CaseStepState.Failed, evidence);
        recorder.Count(at, isShown ? StepLabels.Verified : StepLabels.NotVerified);
        if (!isShown)
        {
            recorder.CountMismatch(at);
            // The plan ends here; what follows will not be done.
            await reservations.ReturnBudgetAsync(at, BudgetReturn.After(at));
        }

        await reservations.ReleaseTargetAsync(at);
        return found with { Evidence = evidence };
    }

    /// <summary>What <see cref="VerifyStep"/> takes.</summary>
    /// <param name="Step">The step.</param>
    /// <param name="Key">Idempotency key of its execution.</param>
    /// <param name="StartedAt">When it started, UTC.</param>
    /// <param name="IsOurs">True when this step changed something, so that it can be undone; false when no change was needed.</param>
    /// <param name="IsLast">True when this is the last read-back.</param>
    public sealed record Input(StepInput Step, string Key, DateTimeOffset StartedAt, bool IsOurs, bool IsLast);
}

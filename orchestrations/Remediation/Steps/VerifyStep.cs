using HelpDesk.Orchestrations.Audit;
using HelpDesk.Orchestrations.Cases;
using HelpDesk.Orchestrations.Durable;
using HelpDesk.Orchestrations.Telemetry;

namespace HelpDesk.Orchestrations.Remediation.Steps;

/// <summary>Reads back, once, whether the target shows a step's effect. Not shown in time = not done.</summary>
public sealed class VerifyStep(PlanGuard guard, RemediationCatalogue catalogue, CaseJournal journal, IAuditLog audit, ProductMetrics metrics) : Activity<VerifyStepInput, ReadBack>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<VerifyStepInput, ReadBack> Reference = Named<VerifyStep>("verify-step");

    /// <inheritdoc />
    public override async Task<ReadBack> RunAsync(ActivityContext context, VerifyStepInput input)
    {
        var cancellation = context.Cancellation;
        var plan = await guard.PlanAsync(input.Step, cancellation);
        var step = plan.Steps[input.Step.Index];
        var found = await catalogue.Get(step.Remediation).VerifyAsync(new RemediationCall(input.Step.CaseId, step, input.Key, input.StartedAt), cancellation);
        if (found.Outcome == ReadBackOutcome.Pending && !input.IsLast)
            return found;

        var isShown = found.Outcome == ReadBackOutcome.Verified;
        var evidence = found.Outcome == ReadBackOutcome.Pending ? $"The effect did not show in time: {found.Evidence}" : found.Evidence;
        await audit.AppendAsync(
            StepAudit.Entry(input.Step, step, $"{input.Key}/read-back", AuditKinds.StepVerified, evidence, ("outcome", found.Outcome.ToString())),
            cancellation);
        await journal.MarkStepAsync(input.Step.CaseId, step.Id, isShown ? CaseStepState.Verified : CaseStepState.Failed, evidence, cancellation);
        metrics.StepEnded(step.Remediation, isShown ? StepWords.Verified : StepWords.NotVerified);
        if (!isShown)
            metrics.Mismatched(step.Remediation);
        return found with { Evidence = evidence };
    }
}

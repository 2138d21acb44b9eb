using HelpDesk.Orchestrations.Audit;
using HelpDesk.Orchestrations.Cases;
using HelpDesk.Orchestrations.Durable;
using HelpDesk.Orchestrations.Telemetry;

namespace HelpDesk.Orchestrations.Remediation.Steps;

/// <summary>Takes one step back to the state that was captured before it.</summary>
public sealed class UndoStep(PlanGuard guard, RemediationCatalogue catalogue, CaseJournal journal, IAuditLog audit, ProductMetrics metrics) : Activity<UndoStepInput, RemediationReceipt>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<UndoStepInput, RemediationReceipt> Reference = Named<UndoStep>("undo-step");

    /// <inheritdoc />
    public override async Task<RemediationReceipt> RunAsync(ActivityContext context, UndoStepInput input)
    {
        var cancellation = context.Cancellation;
        var plan = await guard.PlanAsync(input.Step, cancellation);
        var step = plan.Steps[input.Step.Index];
        var remediation = catalogue.Get(step.Remediation);
        await audit.AppendAsync(
            StepAudit.Entry(input.Step, step, $"{context.IdempotencyKey}/before", AuditKinds.UndoIntended, $"'{remediation.Descriptor.Title}' is about to be undone.", ("why", input.Why)),
            cancellation);

        RemediationReceipt receipt;
        try
        {
            receipt = await remediation.UndoAsync(new RemediationCall(input.Step.CaseId, step, context.IdempotencyKey, input.StartedAt), cancellation);
        }
        catch (VendorException fault) when (!fault.IsRetryable)
        {
            receipt = new RemediationReceipt($"Could not be undone: {fault.Message}", fault.RequestId, HadEffect: false);
        }

        await audit.AppendAsync(
            StepAudit.Entry(
                input.Step, step, $"{context.IdempotencyKey}/after", AuditKinds.Undone, receipt.Summary,
                ("request-id", receipt.RequestId), ("had-effect", receipt.HadEffect ? "yes" : "no")),
            cancellation);
        await journal.MarkStepAsync(input.Step.CaseId, step.Id, receipt.HadEffect ? CaseStepState.Undone : null, receipt.Summary, cancellation);
        metrics.StepEnded(step.Remediation, receipt.HadEffect ? StepWords.Undone : StepWords.NotUndone);
        return receipt;
    }
}

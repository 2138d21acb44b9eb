using System.Globalization;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Operators;
using HelpDesk.Orchestrations.Stages.Operations;

namespace HelpDesk.Orchestrations.Flows.TakeOver;

/// <summary>Where operators decide about workflows that cannot go on, or should not. Every act is recorded before it is done (P4).</summary>
public sealed class OperatorService(IWorkflowClient workflows, IAuditLog audit, TimeProvider time)
{
    /// <summary>Lets a suspended workflow run again, after its cause was removed.</summary>
    /// <param name="instanceId">The workflow.</param>
    /// <param name="by">Who: <c>person:objectId</c>.</param>
    /// <param name="reason">Why, one sentence for the audit log.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The audit log cannot be written; nothing was done.</exception>
    public async Task<OperatorOutcome> ResumeAsync(string instanceId, string by, string reason, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (await workflows.GetStatusAsync(instanceId, cancellation) is not { } status)
            return OperatorOutcome.Unknown;
        if (status.State != WorkflowState.Suspended)
            return OperatorOutcome.MovedOn;

        var key = Key("resume", instanceId);
        await audit.AppendAsync(OperatorAudit.Entry($"{key}/before", instanceId, by, reason, "A suspended workflow is about to run again.", ("workflow", status.Workflow)), cancellation);
        var ran = await workflows.ResumeAsync(instanceId, cancellation);
        await audit.AppendAsync(
            OperatorAudit.Entry($"{key}/after", instanceId, by, reason, ran ? "The workflow runs again." : "The workflow was not suspended any more.", ("done", ran ? "yes" : "no")),
            CancellationToken.None);
        return ran ? OperatorOutcome.Done : OperatorOutcome.MovedOn;
    }

    /// <summary>Ends a workflow for good. When it was the one of a ticket, a person gets the ticket.</summary>
    /// <param name="instanceId">The workflow.</param>
    /// <param name="by">Who: <c>person:objectId</c>.</param>
    /// <param name="reason">Why, one sentence for the audit log and for the person who gets the ticket.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The audit log cannot be written; nothing was done.</exception>
    public async Task<OperatorOutcome> EndAsync(string instanceId, string by, string reason, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (await workflows.GetStatusAsync(instanceId, cancellation) is not { } status)
            return OperatorOutcome.Unknown;
        if (!CanEnd(status))
            return OperatorOutcome.MovedOn;

        await audit.AppendAsync(
            OperatorAudit.Entry($"{Key("end", instanceId)}/before", instanceId, by, reason, "A workflow is about to be ended.", ("workflow", status.Workflow), ("state", status.State.ToString())),
            cancellation);
        await workflows.StartAsync(TakeOverWorkflow.Reference, TakeOverWorkflow.IdFor(instanceId), new EndInstance.Input(instanceId, by, reason), cancellation);
        return OperatorOutcome.Done;
    }

    /// <summary>
    /// True for what may be ended: what has not finished, and what failed, whose ticket nobody has yet. A take-over may not, because its
    /// ticket would be nobody's.
    /// </summary>
    public static bool CanEnd(WorkflowStatus status) =>
        status.State is not (WorkflowState.Completed or WorkflowState.Terminated) && status.Workflow != TakeOverWorkflow.Reference.Name;

    private string Key(string act, string instanceId) => string.Create(CultureInfo.InvariantCulture, $"{act}/{instanceId}/{time.GetUtcNow():O}");
}

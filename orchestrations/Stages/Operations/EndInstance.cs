using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Operators;

namespace HelpDesk.Orchestrations.Stages.Operations;

/// <summary>Ends a workflow that an operator gave up, and says what of its case is still open.</summary>
public sealed class EndInstance(IWorkflowClient workflows, CaseStore caseStore, IAuditLog audit) : Activity<EndInstanceInput, EndedInstance>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<EndInstanceInput, EndedInstance> Reference = Named<EndInstance>("end-instance");

    /// <inheritdoc />
    public override async Task<EndedInstance> RunAsync(ActivityContext context, EndInstanceInput input)
    {
        var cancellation = context.Cancellation;
        // False in a repetition, and when it finished by itself meanwhile: either way it does not run any more.
        await workflows.TerminateAsync(input.InstanceId, input.Reason, cancellation);
        var ended = await workflows.GetStatusAsync(input.InstanceId, cancellation);
        await audit.AppendAsync(
            OperatorAudit.Entry($"{context.IdempotencyKey}/after", input.InstanceId, input.By, input.Reason, "A workflow was ended.", ("state", ended?.State.ToString() ?? "unknown")),
            cancellation);

        var record = await caseStore.FindAsync(input.InstanceId, cancellation);
        return record is { State: CaseState.Working or CaseState.WaitingForApproval or CaseState.WaitingForHandOver or CaseState.WaitingForMultiAdminApproval }
            ? new EndedInstance(record.CaseId, record.OpenApprovalId, record.OpenHandOverId, record.Intent, record.UndoOf)
            : new EndedInstance(null, null, null, null);
    }
}

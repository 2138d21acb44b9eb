using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Operators;

namespace HelpDesk.Orchestrations.Stages.Operations;

/// <summary>Ends a workflow that an operator gave up, and says what of its case is still open.</summary>
public sealed class EndInstance(IWorkflowClient workflows, CaseStore caseStore, IAuditLog audit) : Activity<EndInstance.Input, EndInstance.Result>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Result> Reference = Named<EndInstance>("end-instance");

    /// <inheritdoc />
    public override async Task<Result> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        // False in a repetition, and when it finished by itself meanwhile: either way it does not run any more.
        var record = await caseStore.FindAsync(CaseInstances.CaseIdOf(input.InstanceId), cancellation);
        // Of a case that is named by its own id, the workflow that works on it now.
        var instance = record is not null && record.CaseId == input.InstanceId ? record.Workflow : input.InstanceId;
        await workflows.TerminateAsync(instance, input.Reason, cancellation);
        var ended = await workflows.GetStatusAsync(instance, cancellation);
        await audit.AppendAsync(
            OperatorAudit.Entry($"{context.IdempotencyKey}/after", input.InstanceId, input.By, input.Reason, "A workflow was ended.", ("state", ended?.State.ToString() ?? "unknown")),
            cancellation);

        record = record is null ? null : await caseStore.FindAsync(record.CaseId, cancellation);
        return record is { State: CaseState.Working or CaseState.WaitingForApproval or CaseState.WaitingForHandOver or CaseState.WaitingForMultiAdminApproval or CaseState.CheckingOutcome or CaseState.Joined or CaseState.WaitingForAnswer }
            ? new Result(record.CaseId, record.OpenApprovalId, record.OpenHandOverId, record.Intent, record.UndoOf) { ActionOf = record.ActionOf }
            : new Result(null, null, null, null);
    }

    /// <summary>What <see cref="EndInstance"/> takes.</summary>
    /// <param name="InstanceId">The workflow to end.</param>
    /// <param name="By">Who wants it: <c>person:objectId</c>.</param>
    /// <param name="Reason">Why, one sentence.</param>
    public sealed record Input(string InstanceId, string By, string Reason);

    /// <summary>What an ended workflow leaves behind.</summary>
    /// <param name="CaseId">The case that now needs a person; null when the workflow was none of a case, or the case is closed.</param>
    /// <param name="ApprovalId">The approval that was waited for.</param>
    /// <param name="HandOverId">The hand-over that was waited for.</param>
    /// <param name="Intent">What the ticket is about, when that is known.</param>
    /// <param name="UndoOf">When the case is that of an undo: the case whose steps it undoes.</param>
    public sealed record Result(CaseId? CaseId, string? ApprovalId, string? HandOverId, string? Intent, CaseId? UndoOf = null)
    {
        /// <summary>When the case is that of a step that an operator had done: the case on whose page.</summary>
        [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
        public CaseId? ActionOf { get; init; }
    }
}

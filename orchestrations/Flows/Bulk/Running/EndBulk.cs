using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Flows.Bulk.Running;

/// <summary>Brings a run to rest and records how it ended.</summary>
public sealed class EndBulk(BulkRuns runs, CaseStore caseStore, IAuditLog audit, TimeProvider time) : Activity<EndBulk.Input, Unit>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Unit> Reference = Named<EndBulk>("end-bulk");

    /// <inheritdoc />
    public override async Task<Unit> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        var end = input.End;
        var run = await runs.UpdateAsync(
            input.CaseId,
            before => before.End is not null ? before : before with { Phase = BulkPhase.Ended, End = end, EndedAt = time.GetUtcNow(), PausedUntil = null },
            cancellation);
        end = run.End!;
        await audit.AppendAsync(
            BulkAudit.Entry(
                input.CaseId, "ended", AuditKinds.BulkEnded, run.Stopped is { } stopped && end.Kind == BulkEndKind.Stopped ? $"person:{stopped.PersonId}" : "helpdesk",
                end.Why is null ? "The bulk remediation ended." : $"The bulk remediation ended: {end.Why}",
                [("how", end.Kind.ToString()), ("targets", BulkAudit.Text(run.Targets)), ("reason", run.Stopped?.Reason), .. BulkAudit.Counts(end.All)]),
            cancellation);
        if (run.Undoes is { } origin)
            await audit.AppendAsync(
                BulkAudit.Entry(
                    origin, $"{input.CaseId}/undo-ended", AuditKinds.OperatorActed, "helpdesk",
                    end.Why is null ? "The undo of this run ended." : $"The undo of this run ended: {end.Why}", [("undo-case", input.CaseId), ("how", end.Kind.ToString()), .. BulkAudit.Counts(end.All)]),
                cancellation);
        var isWhole = end is { Kind: BulkEndKind.Completed, All: { Bad: 0, Skipped: 0, Busy: 0 } };
        var nothing = end.Kind is BulkEndKind.Discarded or BulkEndKind.NothingToDo;
        await caseStore.UpdateAsync(
            input.CaseId,
            record => record.ClosedAt is not null ? record : record with
            {
                State = isWhole ? CaseState.Resolved : nothing ? CaseState.Ignored : CaseState.Escalated,
                Path = nothing ? CasePath.Nothing : end.Kind is BulkEndKind.Refused or BulkEndKind.Denied or BulkEndKind.Expired ? CasePath.Refused : CasePath.Approval,
                Doing = null,
                WaitingFor = null,
                OpenApprovalId = null,
                Reason = end.Why,
                Verified = isWhole,
                ClosedAt = run.EndedAt,
            },
            cancellation);
        return Unit.Value;
    }

    /// <summary>What <see cref="EndBulk"/> takes.</summary>
    /// <param name="CaseId">The run.</param>
    /// <param name="End">How it ended.</param>
    public sealed record Input(CaseId CaseId, BulkEnd End);
}

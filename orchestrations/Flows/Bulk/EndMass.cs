using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>Brings a run to rest and records how it ended.</summary>
public sealed class EndMass(MassRuns runs, CaseJournal journal, IAuditLog audit, TimeProvider time) : Activity<EndMassInput, Unit>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<EndMassInput, Unit> Reference = Named<EndMass>("end-mass");

    /// <inheritdoc />
    public override async Task<Unit> RunAsync(ActivityContext context, EndMassInput input)
    {
        var cancellation = context.Cancellation;
        var end = input.End;
        var run = await runs.UpdateAsync(
            input.CaseId,
            before => before.End is not null ? before : before with { Phase = MassPhase.Ended, End = end, EndedAt = time.GetUtcNow(), PausedUntil = null },
            cancellation);
        end = run.End!;
        await audit.AppendAsync(
            MassAudit.Entry(
                input.CaseId, "ended", AuditKinds.MassEnded, run.Stopped is { } stopped && end.Kind == MassEndKind.Stopped ? $"person:{stopped.PersonId}" : "helpdesk",
                end.Why is null ? "The mass remediation ended." : $"The mass remediation ended: {end.Why}",
                [("how", end.Kind.ToString()), ("targets", MassAudit.Text(run.Targets)), ("reason", run.Stopped?.Reason), .. MassAudit.Counts(end.All)]),
            cancellation);
        if (run.Undoes is { } origin)
            await audit.AppendAsync(
                MassAudit.Entry(
                    origin, $"{input.CaseId}/undo-ended", AuditKinds.OperatorActed, "helpdesk",
                    end.Why is null ? "The undo of this run ended." : $"The undo of this run ended: {end.Why}", [("undo-case", input.CaseId), ("how", end.Kind.ToString()), .. MassAudit.Counts(end.All)]),
                cancellation);
        var isWhole = end is { Kind: MassEndKind.Completed, All: { Bad: 0, Skipped: 0, Busy: 0 } };
        var nothing = end.Kind is MassEndKind.Discarded or MassEndKind.NothingToDo;
        await journal.UpdateAsync(
            input.CaseId,
            record => record.ClosedAt is not null ? record : record with
            {
                State = isWhole ? CaseState.Resolved : nothing ? CaseState.Ignored : CaseState.Escalated,
                Path = nothing ? CasePath.Nothing : end.Kind is MassEndKind.Refused or MassEndKind.Denied or MassEndKind.Expired ? CasePath.Refused : CasePath.Approval,
                Doing = null, WaitingFor = null, OpenGateId = null, Reason = end.Why, Verified = isWhole, ClosedAt = run.EndedAt,
            },
            cancellation);
        return Unit.Value;
    }
}

using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Flows.Bulk.Operating;

/// <summary>What operators do to a run that is there: ask for its approval, discard it, stop it. The caller has made sure that the person is an operator.</summary>
public sealed class BulkRunActions(BulkRuns runs, CaseSignal signal, PersonRequests people, IAuditLog audit, TimeProvider time)
{
    /// <summary>Asks for the approval of exactly the list that the page showed.</summary>
    public async Task<BulkOutcome> AskAsync(CaseId caseId, string listHash, SignedInPerson person, CancellationToken cancellation) =>
        await ActAsync(
            caseId, run => run is { Phase: BulkPhase.Review, Targets: > 0 } && run.List?.Version == listHash && run.Discarded is null,
            run => run.Asked is not null ? run : run with { Asked = Act(person, null) }, cancellation);

    /// <summary>Discards a run that waits for its operator.</summary>
    public async Task<BulkOutcome> DiscardAsync(CaseId caseId, SignedInPerson person, CancellationToken cancellation) =>
        await ActAsync(
            caseId, run => run.Phase == BulkPhase.Review && run.Asked is null,
            run => run.Discarded is not null ? run : run with { Discarded = Act(person, null) }, cancellation);

    /// <summary>Stops a run for good: what is under way ends, nothing new begins.</summary>
    public async Task<BulkOutcome> StopAsync(CaseId caseId, string reason, SignedInPerson person, CancellationToken cancellation)
    {
        var outcome = await ActAsync(
            caseId, run => run.Phase is BulkPhase.WaitingForApproval or BulkPhase.Running or BulkPhase.Paused,
            run => run.Stopped is not null ? run : run with { Stopped = Act(person, reason) }, cancellation);
        if (outcome != BulkOutcome.Done)
            return outcome;
        var run = await runs.GetAsync(caseId, cancellation);
        await audit.AppendAsync(
            BulkAudit.Entry(
                caseId, "stopped", AuditKinds.OperatorActed, $"person:{run.Stopped!.PersonId}", "An operator stopped the bulk remediation: nothing new begins.", ("reason", run.Stopped.Reason)),
            cancellation);
        // This withdraws an approval that is still open.
        if (run.Phase == BulkPhase.WaitingForApproval)
            await people.RequestAsync(caseId, $"person:{person.ObjectId}", cancellation);
        return outcome;
    }

    private BulkAct Act(SignedInPerson person, string? reason) => new(person.ObjectId, person.Name, time.GetUtcNow(), reason);

    private async Task<BulkOutcome> ActAsync(CaseId caseId, Func<BulkRun, bool> may, Func<BulkRun, BulkRun> change, CancellationToken cancellation)
    {
        if (await runs.FindAsync(caseId, cancellation) is null)
            return BulkOutcome.Unknown;
        var moved = false;
        await signal.StoreAsync(caseId, () => runs.UpdateAsync(caseId, run => (moved = !may(run)) ? run : change(run), cancellation), cancellation);
        return moved ? BulkOutcome.MovedOn : BulkOutcome.Done;
    }
}

/// <summary>What became of an operator's act on a run.</summary>
public enum BulkOutcome
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>The run is not as the page showed it any more; nothing was done.</summary>
    MovedOn,

    /// <summary>There is no such run.</summary>
    Unknown,
}

using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>Where operators start, read and stop bulk runs. Whoever calls it has made sure that they are one.</summary>
public sealed class BulkService(
    BulkRuns runs, BulkTargets targets, FrozenLists lists, RunbookLibrary library, PolicySet policy, BulkGroups groups, BulkStarter starter, CaseSignal signal,
    PersonRequests people, IAuditLog audit, TimeProvider time)
{
    /// <summary>Runbooks that may be run on a list.</summary>
    public IReadOnlyList<Runbook> Runbooks => [.. library.All.Where(runbook => runbook.IsForBulk)];

    /// <summary>How runs go.</summary>
    public BulkRules Rules => policy.Bulk;

    /// <summary>Starts the reading of a list. Nothing is changed before an approval.</summary>
    /// <param name="form">Names the form that was sent, so that pressing twice starts one run.</param>
    /// <param name="runbookId">The runbook.</param>
    /// <param name="reason">Why, for approvers and the audit log.</param>
    /// <param name="text">The list as it was pasted.</param>
    /// <param name="person">Who starts it.</param>
    /// <param name="continues">The run whose remaining targets these are; null for an own list.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<BulkStart> StartAsync(
        string form, string runbookId, string reason, string text, SignedInPerson person, string? continues, CancellationToken cancellation)
    {
        if (library.Find(runbookId) is not { IsForBulk: true })
            return new BulkStart(BulkStartKind.NoRunbook);
        var lines = BulkLines.Read(text);
        if (lines.Texts.Count == 0)
            return new BulkStart(BulkStartKind.NoLines);
        if (lines.Texts.Count > policy.Bulk.MostTargets)
            return new BulkStart(BulkStartKind.TooManyLines);

        var ticket = starter.Of(person, form);
        await starter.StartAsync(ticket, runbookId, person, reason, lines, run => run with { Continues = continues }, cancellation);
        return new BulkStart(BulkStartKind.Started, ticket.CaseId);
    }

    /// <summary>Starts the reading of a list that is a group: the people who are in it now.</summary>
    /// <param name="form">Names the form that was sent, so that pressing twice starts one run.</param>
    /// <param name="runbookId">The runbook.</param>
    /// <param name="reason">Why, for approvers and the audit log.</param>
    /// <param name="group">Object id of the group, or exactly its name or mail address.</param>
    /// <param name="person">Who starts it.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The directory cannot be read now.</exception>
    public async Task<BulkStart> StartGroupAsync(string form, string runbookId, string reason, string group, SignedInPerson person, CancellationToken cancellation)
    {
        if (library.Find(runbookId) is not { IsForBulk: true })
            return new BulkStart(BulkStartKind.NoRunbook);
        var found = await groups.FindAsync(group, cancellation);
        if (found.Group is null)
            return new BulkStart(BulkStartKind.NoGroup, Why: found.WhyNot);
        var ticket = starter.Of(person, form);
        await starter.StartAsync(ticket, runbookId, person, reason, new BulkLines(found.Members), run => run with { Group = found.Group }, cancellation);
        return new BulkStart(BulkStartKind.Started, ticket.CaseId);
    }

    /// <summary>Asks for the approval of exactly the list that the page showed.</summary>
    public async Task<BulkOutcome> AskAsync(string caseId, string listHash, SignedInPerson person, CancellationToken cancellation) =>
        await ActAsync(
            caseId, run => run is { Phase: BulkPhase.Review, Targets: > 0 } && run.List?.Version == listHash && run.Discarded is null,
            run => run.Asked is not null ? run : run with { Asked = Act(person, null) }, cancellation);

    /// <summary>Throws a run away that waits for its operator.</summary>
    public async Task<BulkOutcome> DiscardAsync(string caseId, SignedInPerson person, CancellationToken cancellation) =>
        await ActAsync(
            caseId, run => run.Phase == BulkPhase.Review && run.Asked is null,
            run => run.Discarded is not null ? run : run with { Discarded = Act(person, null) }, cancellation);

    /// <summary>Stops a run for good: what is under way ends, nothing new begins.</summary>
    public async Task<BulkOutcome> StopAsync(string caseId, string reason, SignedInPerson person, CancellationToken cancellation)
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
        // An approval that is still waited for is taken back by this.
        if (run.Phase == BulkPhase.WaitingForApproval)
            await people.RequestAsync(caseId, $"person:{person.ObjectId}", cancellation);
        return outcome;
    }

    /// <summary>Starts a new run with the targets of a finished one that are not as wanted. It needs an approval of its own.</summary>
    public async Task<BulkStart> StartAgainAsync(string caseId, string form, string reason, SignedInPerson person, CancellationToken cancellation)
    {
        if (await runs.FindAsync(caseId, cancellation) is not { Phase: BulkPhase.Ended, List: not null, Undoes: null } run)
            return new BulkStart(BulkStartKind.NoLines);
        return await StartAsync(form, run.RunbookId, reason, string.Join('\n', await RemainingAsync(run, cancellation)), person, run.CaseId, cancellation);
    }

    /// <summary>Object ids of what a run has not brought to its end as wanted, in the order of its list.</summary>
    public async Task<IReadOnlyList<string>> RemainingAsync(BulkRun run, CancellationToken cancellation)
    {
        if (run.List is not { } reference)
            return [];
        var good = new HashSet<int>();
        await foreach (var row in targets.ListAsync(run.CaseId, cancellation))
        {
            if (row.State is BulkTargetState.Done or BulkTargetState.AlreadySo)
                good.Add(row.Number);
        }

        var list = await lists.GetAsync(reference, cancellation);
        var remaining = new List<string>();
        for (var at = 0; at < list.Parts.Count; at++)
        {
            var part = await lists.PartAsync(list, at, cancellation);
            remaining.AddRange(part.Targets.Where((_, place) => !good.Contains((at * BulkListPart.Size) + place)).Select(LineOf));
        }

        return remaining;
    }

    // A device that was named by its own id is named by it again.
    private static string LineOf(BulkTarget target) =>
        target.Steps is [{ } only] && only.TargetId != target.SubjectId ? only.TargetId : target.SubjectId;

    private BulkAct Act(SignedInPerson person, string? reason) => new(person.ObjectId, person.Name, time.GetUtcNow(), reason);

    private async Task<BulkOutcome> ActAsync(string caseId, Func<BulkRun, bool> may, Func<BulkRun, BulkRun> change, CancellationToken cancellation)
    {
        if (await runs.FindAsync(caseId, cancellation) is null)
            return BulkOutcome.Unknown;
        var moved = false;
        await runs.UpdateAsync(caseId, run => (moved = !may(run)) ? run : change(run), cancellation);
        if (moved)
            return BulkOutcome.MovedOn;
        await signal.SignalAsync(caseId, cancellation);
        return BulkOutcome.Done;
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

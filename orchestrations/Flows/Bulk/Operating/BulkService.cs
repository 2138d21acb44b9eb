using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Flows.Bulk.Reading;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;

namespace HelpDesk.Orchestrations.Flows.Bulk.Operating;

/// <summary>Starts bulk runs for operators. The caller has made sure that the person is one.</summary>
public sealed class BulkService(
    RunbookLibrary library, PolicySet policy, BulkGroups groups, BulkStarter starter, BulkRuns runs, BulkRemaining remaining)
{
    /// <summary>Runbooks that may be run on a list.</summary>
    public IReadOnlyList<Runbook> Runbooks => [.. library.All.Where(runbook => runbook.IsForBulk)];

    /// <summary>The run of that id, or null.</summary>
    public Task<BulkRun?> FindAsync(CaseId caseId, CancellationToken cancellation) => runs.FindAsync(caseId, cancellation);

    /// <summary>All runs, the newest first; reads as far as it is asked to go on.</summary>
    public IAsyncEnumerable<BulkRun> NewestAsync(CancellationToken cancellation) => runs.NewestAsync(cancellation);

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
        string form, string runbookId, string reason, string text, SignedInPerson person, CaseId? continues, CancellationToken cancellation)
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

    /// <summary>Starts a new run with the targets of a finished one that are not as wanted. It needs an approval of its own.</summary>
    public async Task<BulkStart> StartAgainAsync(CaseId caseId, string form, string reason, SignedInPerson person, CancellationToken cancellation)
    {
        if (await runs.FindAsync(caseId, cancellation) is not { Phase: BulkPhase.Ended, List: not null, Undoes: null } run)
            return new BulkStart(BulkStartKind.NoLines);
        return await StartAsync(form, run.RunbookId, reason, string.Join('\n', await remaining.OfAsync(run, cancellation)), person, run.CaseId, cancellation);
    }
}

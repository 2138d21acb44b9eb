using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Stages.Execution.Undo;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>
/// Where operators ask for the undo of a run that ended. Asking changes nothing: it starts a run of its own over the targets of that one,
/// which is frozen, approved and done in waves like any other. Whoever calls it has made sure that they are an operator.
/// </summary>
public sealed class BulkUndoService(
    BulkRuns runs, BulkTargets targets, FrozenLists lists, BulkListPlans plans, BulkStarter starter, RemediationCatalogue catalogue, IAuditLog audit, TimeProvider time)
{
    /// <summary>What can be taken back of a run; null while it has not ended, and for an undo.</summary>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public async Task<BulkUndoOffer?> OfAsync(BulkRun run, CancellationToken cancellation)
    {
        if (run is not { Phase: BulkPhase.Ended, Undoes: null } || run.ApprovalId is null || run.Wave is null)
            return null;
        var (plan, _) = await plans.ApprovedAsync(run.CaseId, cancellation);
        var abouts = plan.Steps.Reverse().Select(step => catalogue.Find(step.Remediation)?.Descriptor).OfType<RemediationDescriptor>().DistinctBy(about => about.Id, StringComparer.Ordinal).ToList();
        var (back, stays) = (abouts.Where(IsUndoable).ToList(), abouts.Where(about => !IsUndoable(about)).ToList());
        if (back.Count == 0)
            return BulkUndoOffer.None($"Nothing of it can be undone. {string.Join(" ", stays.Select(about => $"{about.Title}: {about.Undo}"))}");
        var until = run.EndedAt + back.Max(about => about.UndoFor);
        if (time.GetUtcNow() >= until)
            return BulkUndoOffer.None("Its time for being undone is over; a new list changes it.");
        return run.UndoneBy is { } before && await WhyNotAgainAsync(before, cancellation) is { } why ? BulkUndoOffer.None(why) : new BulkUndoOffer(null, back, stays, until);
    }

    /// <summary>Asks for the undo of a run.</summary>
    /// <param name="caseId">The run that ended.</param>
    /// <param name="form">Names the form that was sent, so that pressing twice starts one undo.</param>
    /// <param name="reason">Why, for approvers and the audit log.</param>
    /// <param name="person">Who asks.</param>
    /// <param name="cancellation">Stops the call; asking again is safe.</param>
    /// <returns>The undo's own run, or why there is none.</returns>
    public async Task<UndoAnswer> AskAsync(string caseId, string form, string reason, SignedInPerson person, CancellationToken cancellation)
    {
        if (await runs.FindAsync(caseId, cancellation) is not { } run)
            return UndoAnswer.Refused("There is no such run.");
        var undo = starter.Of(person, form);
        if (run.UndoneBy != undo.CaseId)
        {
            if (await OfAsync(run, cancellation) is not { } offer)
                return UndoAnswer.Refused(run.Undoes is null ? "The run has not ended, or it never began." : "An undo is not undone; start a new run.");
            if (offer.WhyNot is { } why)
                return UndoAnswer.Refused(why);
        }

        return await StartAsync(run, run.UndoneBy, undo.CaseId, form, reason, person, null, cancellation);
    }

    /// <summary>Asks for the undo of what an undo that ended left to do. It needs an approval of its own.</summary>
    public async Task<UndoAnswer> AskAgainAsync(string caseId, string form, string reason, SignedInPerson person, CancellationToken cancellation)
    {
        if (await runs.FindAsync(caseId, cancellation) is not { Phase: BulkPhase.Ended, Undoes: { } of } undo)
            return UndoAnswer.Refused("There is no such undo that has ended.");
        var origin = await runs.GetAsync(of, cancellation);
        var again = starter.Of(person, form).CaseId;
        return origin.UndoneBy == caseId || origin.UndoneBy == again
            ? await StartAsync(origin, origin.UndoneBy, again, form, reason, person, undo, cancellation)
            : UndoAnswer.Refused($"A newer undo of the same run is there: {origin.UndoneBy}.");
    }

    private static bool IsUndoable(RemediationDescriptor about) => about.Reversibility == Reversibility.Undoable;

    private async Task<UndoAnswer> StartAsync(
        BulkRun origin, string? before, string undoId, string form, string reason, SignedInPerson person, BulkRun? continues, CancellationToken cancellation)
    {
        var lines = await LinesAsync(origin, continues, cancellation);
        if (lines.Texts.Count == 0)
            return UndoAnswer.Refused("It changed nothing that is left to undo.");
        // First of all whose undo it is: two people who press at the same time must not start two.
        var marked = await runs.UpdateAsync(origin.CaseId, now => now.UndoneBy == before ? now with { UndoneBy = undoId } : now, cancellation);
        if (marked.UndoneBy != undoId)
            return UndoAnswer.Refused($"Another operator has just asked for the undo of this run: {marked.UndoneBy}.");
        await audit.AppendAsync(
            BulkAudit.Entry(
                origin.CaseId, $"{undoId}/asked", AuditKinds.OperatorActed, $"person:{person.ObjectId}", "An operator asked for the undo of this run.",
                ("undo-case", undoId), ("targets", BulkAudit.Text(lines.Texts.Count)), ("reason", reason)),
            cancellation);
        await starter.StartAsync(
            starter.Of(person, form), origin.RunbookId, person, reason, lines, run => run with { Undoes = origin.CaseId, Continues = continues?.CaseId }, cancellation);
        return UndoAnswer.Started(undoId);
    }

    // An undo of which nothing was done leaves the way open for another.
    private async Task<string?> WhyNotAgainAsync(string undoId, CancellationToken cancellation) => await runs.FindAsync(undoId, cancellation) switch
    {
        null => null,
        { Phase: not BulkPhase.Ended } before => $"Its undo is under way: {before.Number}.",
        { Wave: not null } before => $"It was undone already: {before.Number}. What that undo left is on its page.",
        _ => null,
    };

    // Targets of the run that it may have changed, by their place in its list; without those that an earlier undo brought back.
    private async Task<BulkLines> LinesAsync(BulkRun origin, BulkRun? before, CancellationToken cancellation)
    {
        var (plan, _) = await plans.ApprovedAsync(origin.CaseId, cancellation);
        var list = await lists.GetAsync(BulkList.Of(plan), cancellation);
        var changed = await targets.ListAsync(origin.CaseId, cancellation)
            .Where(row => row.State is BulkTargetState.Done or BulkTargetState.Failed or BulkTargetState.Undone).Select(row => row.Number).ToListAsync(cancellation);
        var back = before?.List is { } earlier ? await BackAsync(before, await lists.GetAsync(earlier, cancellation), cancellation) : [];
        var lines = new List<string>();
        foreach (var number in changed)
        {
            var target = await lists.TargetAsync(list, number, cancellation);
            if (!target.Steps.Any(step => back.Contains(step.TargetId)))
                lines.Add(BulkAudit.Text(number));
        }

        return new BulkLines(lines);
    }

    // What is acted on stands in a list only once.
    private async Task<HashSet<string>> BackAsync(BulkRun undo, BulkList list, CancellationToken cancellation)
    {
        var back = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in targets.ListAsync(undo.CaseId, cancellation))
        {
            if (row.State is BulkTargetState.Done or BulkTargetState.AlreadySo)
                back.UnionWith((await lists.TargetAsync(list, row.Number, cancellation)).Steps.Select(step => step.TargetId));
        }

        return back;
    }
}

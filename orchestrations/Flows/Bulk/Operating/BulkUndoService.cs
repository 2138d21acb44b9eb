using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Stages.Execution.Undo;

namespace HelpDesk.Orchestrations.Flows.Bulk.Operating;

/// <summary>
/// Where operators ask for the undo of a run that ended. Asking changes nothing: it starts a run of its own over the targets of that one,
/// which is frozen, approved and done in waves like any other. Whoever calls it has made sure that they are an operator.
/// </summary>
public sealed class BulkUndoService(BulkRuns runs, BulkUndoOffers offers, BulkUndoLines undoLines, BulkStarter starter, IAuditLog audit)
{
    /// <summary>Asks for the undo of a run.</summary>
    /// <param name="caseId">The run that ended.</param>
    /// <param name="form">Names the form that was sent, so that pressing twice starts one undo.</param>
    /// <param name="reason">Why, for approvers and the audit log.</param>
    /// <param name="person">Who asks.</param>
    /// <param name="cancellation">Stops the call; asking again is safe.</param>
    /// <returns>The undo's own run, or why there is none.</returns>
    public async Task<UndoAnswer> AskAsync(CaseId caseId, string form, string reason, SignedInPerson person, CancellationToken cancellation)
    {
        if (await runs.FindAsync(caseId, cancellation) is not { } run)
            return UndoAnswer.Refused("There is no such run.");
        var undo = starter.Of(person, form);
        if (run.UndoneBy != undo.CaseId)
        {
            if (await offers.OfAsync(run, cancellation) is not { } offer)
                return UndoAnswer.Refused(run.Undoes is null ? "The run has not ended, or it never began." : "An undo is not undone; start a new run.");
            if (offer.WhyNot is { } why)
                return UndoAnswer.Refused(why);
        }

        return await StartAsync(run, run.UndoneBy, undo.CaseId, form, reason, person, null, cancellation);
    }

    /// <summary>Asks for the undo of what an undo that ended left to do. It needs an approval of its own.</summary>
    public async Task<UndoAnswer> AskAgainAsync(CaseId caseId, string form, string reason, SignedInPerson person, CancellationToken cancellation)
    {
        if (await runs.FindAsync(caseId, cancellation) is not { Phase: BulkPhase.Ended, Undoes: { } of } undo)
            return UndoAnswer.Refused("There is no such undo that has ended.");
        var origin = await runs.GetAsync(of, cancellation);
        var again = starter.Of(person, form).CaseId;
        return origin.UndoneBy == caseId || origin.UndoneBy == again
            ? await StartAsync(origin, origin.UndoneBy, again, form, reason, person, undo, cancellation)
            : UndoAnswer.Refused($"A newer undo of the same run is there: {origin.UndoneBy}.");
    }

    private async Task<UndoAnswer> StartAsync(
        BulkRun origin, string? before, CaseId undoId, string form, string reason, SignedInPerson person, BulkRun? continues, CancellationToken cancellation)
    {
        var lines = await undoLines.OfAsync(origin, continues, cancellation);
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
}

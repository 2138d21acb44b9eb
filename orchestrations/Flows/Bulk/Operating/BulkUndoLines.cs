using HelpDesk.Orchestrations.Domain.Bulk;

namespace HelpDesk.Orchestrations.Flows.Bulk.Operating;

/// <summary>Finds the targets of a run that its undo is about.</summary>
public sealed class BulkUndoLines(BulkTargets targets, ApprovedLists approved, FrozenLists lists)
{
    /// <summary>Targets that the run may have changed, by their place in its list; without those that an earlier undo brought back.</summary>
    /// <param name="origin">The run that is undone.</param>
    /// <param name="before">The earlier undo; null when there is none.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<BulkLines> OfAsync(BulkRun origin, BulkRun? before, CancellationToken cancellation)
    {
        var (plan, _) = await approved.PlanAsync(origin.CaseId, cancellation);
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

    // A target is only once in a list.
    private async Task<HashSet<string>> BackAsync(BulkRun undo, BulkList list, CancellationToken cancellation)
    {
        var back = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in targets.ListAsync(undo.CaseId, cancellation))
        {
            if (row.State is BulkTargetState.Done or BulkTargetState.AlreadySo)
                back.UnionWith((await lists.TargetAsync(list, row.Number, cancellation)).Steps.Select(step => step.TargetId.Value));
        }

        return back;
    }
}

namespace HelpDesk.Orchestrations.Flows.Bulk.Operating;

/// <summary>Finds the targets of a run that are not in the desired state.</summary>
public sealed class BulkRemaining(BulkTargets targets, FrozenLists lists)
{
    /// <summary>Object ids of the targets that a run has not brought into the desired state, in the order of its list.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(BulkRun run, CancellationToken cancellation)
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
}

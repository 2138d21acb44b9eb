using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Flows.Bulk.Reading;

/// <summary>Keeps the list of a run as it is approved: sorted, without duplicates, in parts by their hashes; and the lines that were refused.</summary>
public sealed class BulkListFreezer(PolicySet policy, CaseContext contexts, ActivityResults results)
{
    private const string RefusedKind = "bulk-refused";
    private const int RefusedSize = 500;

    /// <summary>Keeps the list.</summary>
    /// <param name="caseId">The run.</param>
    /// <param name="runbookId">Its runbook.</param>
    /// <param name="runbookHash">Hash of that runbook.</param>
    /// <param name="parts">Into how many parts its lines were cut.</param>
    /// <param name="cancellation">Stops the call; freezing again gives the same list.</param>
    public async Task<(BulkList List, ContextReference Kept, IReadOnlyList<BulkTarget> Targets, RefusedLines Refused)> FreezeAsync(
        CaseId caseId, string runbookId, string runbookHash, int parts, CancellationToken cancellation)
    {
        var (targets, refused) = await SplitAsync(caseId, parts, cancellation);
        var list = new BulkList(caseId, runbookId, runbookHash, targets.Count, policy.Bulk.Limits, await PartsAsync(caseId, targets, cancellation));
        var kept = await contexts.PutAsync(caseId, BulkList.Kind, list, cancellation);
        var reasons = new List<ContextReference>();
        foreach (var lines in refused.Chunk(RefusedSize))
            reasons.Add(await contexts.PutAsync(caseId, RefusedKind, new BulkPart(lines), cancellation));
        return (list, kept, targets, new RefusedLines(refused.Count, reasons));
    }

    /// <summary>Keeps the plan that is approved.</summary>
    public Task<ContextReference> KeepAsync(Plan plan, CancellationToken cancellation) => contexts.PutAsync(plan.CaseId, FrozenLists.PlanKind, plan, cancellation);

    private async Task<(List<BulkTarget> Targets, List<BulkLine> Refused)> SplitAsync(CaseId caseId, int parts, CancellationToken cancellation)
    {
        var targets = new List<BulkTarget>();
        var refused = new List<BulkLine>();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at < parts; at++)
        {
            var part = await results.FindAsync<BulkPart>(caseId, BulkPart.Key(caseId, at), cancellation)
                ?? throw new InvalidOperationException($"Part {at} of the list of '{caseId}' is not in the context store.");
            foreach (var line in part.Lines)
            {
                if (line.Target is not { } target)
                    refused.Add(line);
                else if (target.Steps.Any(step => taken.Contains(step.TargetId)))
                    refused.Add(BulkLine.Refused(line.Text, BulkRefusal.Duplicate, $"{target.Name} is on the list already."));
                else
                    targets.Add(Taken(target, taken));
            }
        }

        return ([.. targets.OrderBy(target => target.SubjectId, StringComparer.Ordinal).ThenBy(target => target.PlanHash, StringComparer.Ordinal)], refused);
    }

    private static BulkTarget Taken(BulkTarget target, HashSet<string> taken)
    {
        foreach (var step in target.Steps)
            taken.Add(step.TargetId);
        return target;
    }

    private async Task<List<BulkListPartReference>> PartsAsync(CaseId caseId, List<BulkTarget> targets, CancellationToken cancellation)
    {
        var parts = new List<BulkListPartReference>();
        foreach (var chunk in targets.Chunk(BulkListPart.Size))
        {
            var kept = await contexts.PutAsync(caseId, BulkList.PartKind, new BulkListPart(chunk), cancellation);
            parts.Add(new BulkListPartReference(chunk[0].SubjectId, chunk[^1].SubjectId, chunk.Length, kept.Version));
        }

        return parts;
    }

    /// <summary>The lines that were refused.</summary>
    /// <param name="Count">How many.</param>
    /// <param name="Kept">Where they are kept with their reasons.</param>
    public sealed record RefusedLines(int Count, IReadOnlyList<ContextReference> Kept);
}

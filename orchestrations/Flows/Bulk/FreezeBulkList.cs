using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>Freezes the list: sorted, without duplicates, kept in parts by their hashes, and put into the plan that is approved.</summary>
public sealed class FreezeBulkList(BulkRuns runs, RunbookLibrary library, PolicySet policy, BulkUndoReader undos, BulkListPlans plans, CaseContext contexts, ActivityResults results, CaseStore caseStore, IAuditLog audit) : Activity<BulkWorkflow.Input, FreezeBulkList.Result>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<BulkWorkflow.Input, Result> Reference = Named<FreezeBulkList>("freeze-bulk-list");

    /// <inheritdoc />
    public override async Task<Result> RunAsync(ActivityContext context, BulkWorkflow.Input input)
    {
        var cancellation = context.Cancellation;
        var run = await runs.GetAsync(input.CaseId, cancellation);
        var (runbookId, runbookHash) = await RunbookAsync(run, cancellation);
        var (targets, refused) = await SplitAsync(input, cancellation);
        var list = new BulkList(run.CaseId, runbookId, runbookHash, targets.Count, policy.Bulk.Limits, await PartsAsync(run.CaseId, targets, cancellation));
        var kept = await contexts.PutAsync(run.CaseId, BulkList.Kind, list, cancellation);
        var reasons = new List<ContextReference>();
        foreach (var lines in refused.Chunk(RefusedSize))
            reasons.Add(await contexts.PutAsync(run.CaseId, RefusedKind, new BulkPart(lines), cancellation));

        var plan = targets.Count == 0 ? null : await plans.OfAsync(run, list, kept.Version, targets, cancellation);
        var reference = plan is null ? null : await contexts.PutAsync(run.CaseId, "plan", plan, cancellation);
        await audit.AppendAsync(
            BulkAudit.Entry(
                run.CaseId, "frozen", AuditKinds.ListFrozen, "helpdesk", "The list was frozen.",
                ("list-hash", kept.Version), ("plan-hash", reference?.Version), ("targets", BulkAudit.Text(targets.Count)), ("refused", BulkAudit.Text(refused.Count)),
                ("runbook", runbookId), ("runbook-hash", runbookHash), ("waves", string.Join(", ", list.Limits.WavesOf(targets.Count).Select(wave => BulkAudit.Text(wave.Count))))),
            cancellation);
        await runs.UpdateAsync(
            run.CaseId,
            before => before with
            {
                Phase = before.Phase == BulkPhase.Reading ? BulkPhase.Review : before.Phase,
                List = kept, Targets = targets.Count, Waves = list.Limits.WavesOf(targets.Count), Refused = reasons, RefusedCount = refused.Count,
            },
            cancellation);
        await caseStore.UpdateAsync(run.CaseId, record => record with { Doing = "Waiting for the operator to read the list" }, cancellation);
        return new Result(plan is null ? null : PlanReference.To(plan, reference!), targets.Count, list.Limits);
    }

    private const string RefusedKind = "bulk-refused";
    private const int RefusedSize = 500;

    // What is taken back was done by the runbook as it was then.
    private async Task<(string Id, string Hash)> RunbookAsync(BulkRun run, CancellationToken cancellation)
    {
        if (run.Undoes is not null)
        {
            var origin = await undos.OriginAsync(run, cancellation);
            return (origin.RunbookId, origin.RunbookHash);
        }

        var runbook = library.Find(run.RunbookId) ?? throw new InvalidOperationException($"There is no runbook '{run.RunbookId}'.");
        return (runbook.Id, runbook.Hash);
    }

    private async Task<(List<BulkTarget> Targets, List<BulkLine> Refused)> SplitAsync(BulkWorkflow.Input input, CancellationToken cancellation)
    {
        var targets = new List<BulkTarget>();
        var refused = new List<BulkLine>();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at < input.Parts; at++)
        {
            var part = await results.FindAsync<BulkPart>(input.CaseId, BulkPart.Key(input.CaseId, at), cancellation)
                ?? throw new InvalidOperationException($"Part {at} of the list of '{input.CaseId}' is not in the context store.");
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

    private async Task<List<BulkListPartReference>> PartsAsync(string caseId, List<BulkTarget> targets, CancellationToken cancellation)
    {
        var parts = new List<BulkListPartReference>();
        foreach (var chunk in targets.Chunk(BulkListPart.Size))
        {
            var kept = await contexts.PutAsync(caseId, BulkList.PartKind, new BulkListPart(chunk), cancellation);
            parts.Add(new BulkListPartReference(chunk[0].SubjectId, chunk[^1].SubjectId, chunk.Length, kept.Version));
        }

        return parts;
    }

    /// <summary>What <see cref="FreezeBulkList"/> gives.</summary>
    /// <param name="Plan">The plan that is approved: it holds the list's hash; null when the list is empty.</param>
    /// <param name="Count">Targets of the list.</param>
    /// <param name="Limits">How the run goes.</param>
    public sealed record Result(PlanReference? Plan, int Count, BulkLimits Limits);
}

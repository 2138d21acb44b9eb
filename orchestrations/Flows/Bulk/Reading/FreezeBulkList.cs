using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Flows.Bulk.Reading;

/// <summary>Freezes the list: sorted, without duplicates, kept in parts by their hashes, and put into the plan that is approved.</summary>
public sealed class FreezeBulkList(BulkRuns runs, BulkLineReader reader, BulkListFreezer freezer, BulkListPlans plans, CaseStore caseStore, IAuditLog audit)
    : Activity<FreezeBulkList.Input, FreezeBulkList.Result>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Result> Reference = Named<FreezeBulkList>("freeze-bulk-list");

    /// <inheritdoc />
    public override async Task<Result> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        var run = await runs.GetAsync(input.CaseId, cancellation);
        var (runbookId, runbookHash) = await reader.RunbookAsync(run, cancellation);
        var (list, kept, targets, refused) = await freezer.FreezeAsync(run.CaseId, runbookId, runbookHash, input.Parts, cancellation);
        var plan = targets.Count == 0 ? null : await plans.OfAsync(run, list, kept.Version, targets, cancellation);
        var reference = plan is null ? null : await freezer.KeepAsync(plan, cancellation);
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
                List = kept,
                Targets = targets.Count,
                Waves = list.Limits.WavesOf(targets.Count),
                Refused = refused.Kept,
                RefusedCount = refused.Count,
            },
            cancellation);
        await caseStore.UpdateAsync(run.CaseId, record => record with { Doing = "Waiting for the operator to read the list" }, cancellation);
        return new Result(plan is null ? null : PlanReference.To(plan, reference!), targets.Count, list.Limits);
    }

    /// <summary>What <see cref="FreezeBulkList"/> takes.</summary>
    /// <param name="CaseId">The run.</param>
    /// <param name="Parts">Into how many parts its lines were cut.</param>
    public sealed record Input(CaseId CaseId, int Parts);

    /// <summary>What <see cref="FreezeBulkList"/> gives.</summary>
    /// <param name="Plan">The plan that is approved: it holds the list's hash; null when the list is empty.</param>
    /// <param name="Count">Targets of the list.</param>
    /// <param name="Limits">How the run goes.</param>
    public sealed record Result(PlanReference? Plan, int Count, BulkLimits Limits);
}

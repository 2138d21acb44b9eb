using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Flows.Bulk.Running;

/// <summary>Gets policy's verdict on a bulk run: on the first targets of its list, each of which has all steps. Every target is judged again when its turn comes.</summary>
public sealed class DecideBulk(
    BulkRuns runs, FrozenLists lists, BulkPolicy policy, SignedResults results, CaseStore caseStore) : SignedActivity<DecideBulk.Input, Verdict>(results)
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Verdict> Reference = Named<DecideBulk>("decide-bulk");

    /// <inheritdoc />
    protected override SignedActivityKey KeyOf(ActivityContext context, Input input) => new(input.Plan.CaseId, context.IdempotencyKey, EntryKey(context), AuditKinds.PolicyDecided);

    /// <inheritdoc />
    protected override Task<Verdict> MakeAsync(ActivityContext context, Input input) => DecideAsync(input, context.Cancellation);

    /// <inheritdoc />
    protected override async Task RecordAsync(ActivityContext context, Input input, Verdict verdict)
    {
        var cancellation = context.Cancellation;
        if (verdict.Outcome == VerdictOutcome.Refuse)
            await caseStore.UpdateAsync(input.Plan.CaseId, record => record with { Reason = verdict.Why }, cancellation);
        else
            await runs.UpdateAsync(input.Plan.CaseId, run => run.Phase == BulkPhase.Review ? run with { Phase = BulkPhase.WaitingForApproval } : run, cancellation);
    }

    /// <inheritdoc />
    protected override AuditEvent EntryOf(ActivityContext context, Input input, Verdict verdict) => BulkAudit.Entry(
        input.Plan.CaseId, EntryKey(context), AuditKinds.PolicyDecided, "policy",
        verdict.Outcome == VerdictOutcome.Refuse ? $"Policy refuses the run: {verdict.Why}" : "Policy wants an approval of the run.",
        ("outcome", verdict.Outcome.ToString()), ("plan-hash", input.Plan.Hash), ("policy-hash", verdict.PolicyHash),
        ("rules", string.Join(", ", verdict.Findings.Select(finding => $"{finding.Rule}={finding.Outcome}"))), ("approvers", verdict.Approval?.ApproverGroup));

    private static string EntryKey(ActivityContext context) => $"{context.IdempotencyKey}/decided";

    // One target that changed since the list was frozen must not speak for all; so many must not be an accident.
    private const int MostAsked = 20;

    private async Task<Verdict> DecideAsync(Input input, CancellationToken cancellation)
    {
        var plan = await lists.ApprovalPlanAsync(input.Plan.Context, cancellation);
        var list = await lists.GetAsync(BulkList.Of(plan), cancellation);
        var starter = await policy.PersonAsync(plan.RequesterId, cancellation);
        Verdict? verdict = null;
        for (var at = 0; at < Math.Min(list.Count, MostAsked) && verdict is null or { Outcome: VerdictOutcome.Refuse }; at++)
        {
            var target = await lists.TargetAsync(list, at, cancellation);
            var own = await lists.PlanAsync(list, target, cancellation);
            verdict = await policy.JudgeAsync(own, starter, cancellation);
        }

        return verdict ?? throw new InvalidOperationException($"The list of '{input.Plan.CaseId}' is empty.");
    }

    /// <summary>What <see cref="DecideBulk"/> takes.</summary>
    /// <param name="Plan">The plan that is approved; its case is the run.</param>
    public sealed record Input(PlanReference Plan);
}

using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Stages.Execution;

namespace HelpDesk.Orchestrations.Flows.Bulk.Running;

/// <summary>The last check before a target: may anything new begin, is it the approved target, and does policy still allow it?</summary>
public sealed class AdmitBulkTarget(
    BulkRuns runs, BulkTargets targets, ApprovedLists approved, BulkPolicy policy, PlanGuard guard, IAuditLog audit) : Activity<BulkTargetWorkflow.Input, AdmitBulkTarget.Result>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<BulkTargetWorkflow.Input, Result> Reference = Named<AdmitBulkTarget>("admit-bulk-target");

    /// <inheritdoc />
    public override async Task<Result> RunAsync(ActivityContext context, BulkTargetWorkflow.Input input)
    {
        var cancellation = context.Cancellation;
        if (await runs.GetAsync(input.CaseId, cancellation) is { Stopped: not null } or { Phase: BulkPhase.Ended })
            return new Result(null, 0, Stop: BulkEndKind.Stopped, Why: "An operator stopped the run.");
        if (await guard.WhyStopAsync(input.CaseId, isContainment: false, cancellation) is { } stop)
            return new Result(null, 0, Stop: BulkEndKind.KillSwitch, Why: stop);
        if (await approved.TargetAsync(input.CaseId, input.ApprovalId, input.Number, cancellation) is not { Target: var target, Plan: var plan })
            return new Result(null, 0, Stop: BulkEndKind.ListChanged, Why: "There is no valid approval of this list.");

        var row = await targets.BeginAsync(input.CaseId, input.Number, target.Name, context.InstanceId, cancellation);
        if (row.IsOver)
            return new Result(null, 0, row.State, Why: row.Note);
        var verdict = await policy.JudgeAsync(plan, await policy.PersonAsync(plan.RequesterId, cancellation), cancellation);
        if (verdict.Outcome != VerdictOutcome.Refuse)
            return new Result(new PlanReference(input.CaseId, new(input.CaseId, FrozenLists.PlanKind, target.PlanHash), target.PlanHash), plan.Steps.Count, IsUndo: plan.Undoes is not null);
        await audit.AppendAsync(
            BulkAudit.Entry(
                input.CaseId, $"{context.IdempotencyKey}/refused", AuditKinds.PolicyDecided, "policy", $"Policy refuses this target now: {verdict.Why}",
                ("target", target.SubjectId), ("plan-hash", target.PlanHash), ("gate", input.ApprovalId)),
            cancellation);
        return new Result(null, 0, BulkTargetState.Skipped, Why: verdict.Why);
    }

    /// <summary>Whether a target may be worked on.</summary>
    /// <param name="Plan">Its plan; null when it may not.</param>
    /// <param name="Steps">How many steps the plan has.</param>
    /// <param name="Ended">Its state already, when there is nothing to do for it; null otherwise.</param>
    /// <param name="Stop">How the run ends instead, when nothing new may begin; null otherwise.</param>
    /// <param name="Why">Why not.</param>
    /// <param name="IsUndo">True when its plan takes steps of another run back. Default false.</param>
    public sealed record Result(PlanReference? Plan, int Steps, BulkTargetState? Ended = null, BulkEndKind? Stop = null, string? Why = null, bool IsUndo = false);
}

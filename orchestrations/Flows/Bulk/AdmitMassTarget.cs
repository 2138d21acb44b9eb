using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Stages.Execution;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>The last look before a target: does anything new begin, is it the approved one, and does policy still let it be done?</summary>
public sealed class AdmitMassTarget(MassRuns runs, MassTargets targets, ApprovalGates gates, FrozenLists lists, MassPolicy policy, PlanGuard guard, IDirectory directory, IAuditLog audit, TimeProvider time) : Activity<MassTargetInput, MassAdmission>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<MassTargetInput, MassAdmission> Reference = Named<AdmitMassTarget>("admit-mass-target");

    /// <inheritdoc />
    public override async Task<MassAdmission> RunAsync(ActivityContext context, MassTargetInput input)
    {
        var cancellation = context.Cancellation;
        if (await runs.GetAsync(input.CaseId, cancellation) is { Stopped: not null } or { Phase: MassPhase.Ended })
            return new MassAdmission(null, 0, Stop: MassEndKind.Stopped, Why: "An operator stopped the run.");
        if (await guard.WhyStopAsync(input.CaseId, cancellation) is { } stop)
            return new MassAdmission(null, 0, Stop: MassEndKind.KillSwitch, Why: stop);
        if (await gates.FindAsync(input.GateId, cancellation) is not { State: GateState.Approved, HasQuorum: true } gate || gate.CaseId != input.CaseId)
            return new MassAdmission(null, 0, Stop: MassEndKind.ListChanged, Why: "There is no standing approval of this list.");
        var list = await lists.OfAsync(gate, cancellation);
        var target = await lists.TargetAsync(list, input.Number, cancellation);
        var plan = await lists.PlanAsync(list, target, cancellation);

        var row = await targets.UpdateAsync(
            input.CaseId, input.Number,
            before => before is { IsOver: true } || before?.By == context.InstanceId ? before : new MassTargetRow(input.Number, target.Name, MassTargetState.Running, null, context.InstanceId, time.GetUtcNow()),
            cancellation);
        if (row.IsOver)
            return new MassAdmission(null, 0, row.State, Why: row.Note);
        var starter = await directory.GetPersonAsync(plan.RequesterId, cancellation);
        var verdict = await policy.JudgeAsync(plan, starter, time.GetUtcNow(), cancellation);
        if (verdict.Outcome != VerdictOutcome.Refuse)
            return new MassAdmission(new ContextReference(input.CaseId, "plan", target.PlanHash), plan.Steps.Count, IsUndo: plan.Undoes is not null);
        await audit.AppendAsync(
            MassAudit.Entry(
                input.CaseId, $"{context.IdempotencyKey}/refused", AuditKinds.PolicyDecided, "policy", $"Policy refuses this target now: {verdict.Why}",
                ("target", target.SubjectId), ("plan-hash", target.PlanHash), ("gate", input.GateId)),
            cancellation);
        return new MassAdmission(null, 0, MassTargetState.Skipped, Why: verdict.Why);
    }
}

using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Budgets;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Policy;

/// <summary>Gets policy's verdict on a plan and records what every rule said. Runs as an activity, so that its verdict is in the history.</summary>
public sealed class DecidePolicy(
    PolicyDecision decision, CaseContext contexts, ActivityResults results, CaseStore caseStore, IAuditLog audit)
    : KeptActivity<DecidePolicy.Input, Verdict>(results)
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Verdict> Reference = Named<DecidePolicy>("decide-policy");

    /// <inheritdoc />
    protected override string CaseOf(Input input) => input.Plan.CaseId;

    /// <inheritdoc />
    protected override async Task<Verdict> MakeAsync(ActivityContext context, Input input) => await decision.OfAsync(
        await contexts.GetAsync<Plan>(input.Plan.Context, context.Cancellation), input.Plan.Hash, input.Triage, context.Cancellation);

    /// <inheritdoc />
    protected override async Task RecordAsync(ActivityContext context, Input input, Verdict verdict)
    {
        var cancellation = context.Cancellation;
        await audit.AppendAsync(Entry(context, input, verdict), cancellation);
        // A containment step that is refused is planned with the rest, whose verdict then says so.
        if (verdict.Outcome == VerdictOutcome.Refuse && !input.IsContainment)
            await caseStore.UpdateAsync(input.Plan.CaseId, record => record with { Reason = verdict.Why }, cancellation);
    }

    private static AuditEvent Entry(ActivityContext context, Input input, Verdict verdict)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["outcome"] = verdict.Outcome.ToString(),
            ["plan-hash"] = input.Plan.Hash,
            ["policy-hash"] = verdict.PolicyHash,
            ["rules"] = string.Join(", ", verdict.Findings.Select(finding => $"{finding.Rule}={finding.Outcome}")),
        };
        if (verdict.Approval is { } approval)
            facts["approvers"] = approval.ApproverGroup;
        var summary = verdict.Outcome switch
        {
            VerdictOutcome.Allow => "Policy allows the plan without a person.",
            VerdictOutcome.NeedsApproval => "Policy wants an approval of the plan.",
            _ => $"Policy refuses the plan: {verdict.Why}",
        };
        return new AuditEvent(input.Plan.CaseId, $"{context.IdempotencyKey}/decided", AuditKinds.PolicyDecided, "policy", summary, facts);
    }

    /// <summary>What <see cref="DecidePolicy"/> takes.</summary>
    /// <param name="Plan">The plan, with the hash it was made with: policy compares the two itself, to say so.</param>
    /// <param name="Triage">What triage said.</param>
    /// <param name="IsContainment">True for the plan of a containment step: what is said of it is not the case's. Default false.</param>
    public sealed record Input(PlanReference Plan, TriageFacts Triage, bool IsContainment = false);
}

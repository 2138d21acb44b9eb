using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Policy;

/// <summary>Gets policy's verdict on a plan and records what every rule said, signed: only a signed verdict lets a plan run.</summary>
public sealed class DecidePolicy(
    PolicyDecision decision, CaseContext contexts, SignedResults results, CaseStore caseStore)
    : SignedActivity<DecidePolicy.Input, Verdict>(results)
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Verdict> Reference = Named<DecidePolicy>("decide-policy");

    /// <inheritdoc />
    protected override SignedActivityKey KeyOf(ActivityContext context, Input input) => new(input.Plan.CaseId, context.IdempotencyKey, EntryKey(context), AuditKinds.PolicyDecided);

    /// <inheritdoc />
    protected override async Task<Verdict> MakeAsync(ActivityContext context, Input input) => await decision.OfAsync(
        await contexts.GetAsync<Plan>(input.Plan.Context, context.Cancellation), input.Plan.Hash, input.Triage, context.Cancellation);

    /// <inheritdoc />
    protected override async Task RecordAsync(ActivityContext context, Input input, Verdict verdict)
    {
        // A containment step that is refused is planned with the rest, whose verdict then says so.
        if (verdict.Outcome == VerdictOutcome.Refuse && !input.IsContainment)
            await caseStore.UpdateAsync(input.Plan.CaseId, record => record with { Reason = verdict.Why }, context.Cancellation);
    }

    private static string EntryKey(ActivityContext context) => $"{context.IdempotencyKey}/decided";

    /// <inheritdoc />
    protected override AuditEvent EntryOf(ActivityContext context, Input input, Verdict verdict)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [StandingVerdict.OutcomeFact] = verdict.Outcome.ToString(),
            [StandingVerdict.PlanFact] = input.Plan.Hash,
            [StandingVerdict.TriageFact] = StandingVerdict.DigestOf(input.Triage),
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
        return new AuditEvent(input.Plan.CaseId, EntryKey(context), AuditKinds.PolicyDecided, "policy", summary, facts);
    }

    /// <summary>What <see cref="DecidePolicy"/> takes.</summary>
    /// <param name="Plan">The plan, with the hash it was made with: policy compares the two itself, to say so.</param>
    /// <param name="Triage">What triage said.</param>
    /// <param name="IsContainment">True for the plan of a containment step: what is said of it is not the case's. Default false.</param>
    public sealed record Input(PlanReference Plan, TriageFacts Triage, bool IsContainment = false);
}

using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Budgets;
using HelpDesk.Orchestrations.Ledger.Proofs;

namespace HelpDesk.Orchestrations.Stages.Policy;

/// <summary>Gathers the facts about a plan, asks every rule, and asks again when the budget of the hour is used up.</summary>
public sealed class PolicyDecision(PolicyEngine engine, PolicyFacts facts, Budgets budgets, ApprovalLimits limits, ProofAskers askers)
{
    /// <summary>The verdict on a plan now.</summary>
    /// <param name="plan">The plan as it is stored.</param>
    /// <param name="planHash">The hash that the workflow carries for it.</param>
    /// <param name="triage">What triage said.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The directory or the store cannot be read now.</exception>
    public async Task<Verdict> OfAsync(Plan plan, PlanHash planHash, TriageFacts triage, CancellationToken cancellation)
    {
        var gathered = await facts.GatherAsync(plan, planHash, triage, cancellation);
        var verdict = engine.Decide(gathered);
        if (verdict.Outcome == VerdictOutcome.Refuse)
            return verdict;

        // No one is asked to approve what the budget of the hour does not allow. What counts is reserved when the first step is done.
        if (await budgets.WhyNotAsync(plan, cancellation) is { } exhausted)
            return engine.Decide(gathered with { ExhaustedBudget = exhausted });
        if (await askers.WhyNotAsync(plan, cancellation) is { } pattern)
            return engine.Decide(gathered with { AttackPattern = pattern });
        return verdict.Outcome == VerdictOutcome.NeedsApproval && await limits.WhyNotAsync(plan, cancellation) is { } full
            ? engine.Decide(gathered with { ApprovalLimit = full })
            : verdict;
    }
}

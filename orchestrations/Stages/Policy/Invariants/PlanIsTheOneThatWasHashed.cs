using HelpDesk.Orchestrations.Domain.Policy;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>The stored plan still has the hash that the workflow carries: what is approved is what will be done.</summary>
public sealed class PlanIsTheOneThatWasHashed : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy) =>
        input.PlanHash.Value.Length > 0 && input.PlanHash == input.StoredPlanHash ? null : Refuse("The stored plan does not have the hash it was made with.");
}

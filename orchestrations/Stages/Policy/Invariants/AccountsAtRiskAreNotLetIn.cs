using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>
/// No ticket opens an account that Entra holds to be at risk, nor has a high or confirmed risk dismissed: whoever took the account over would
/// write that ticket. Security does so by hand. Where the organisation cannot see risk, there is nothing to hold against anybody.
/// </summary>
public sealed class AccountsAtRiskAreNotLetIn : PolicyRule
{
    // An undo gives back the state from before; who approves it reads both states.
    /// <inheritdoc />
    public override bool ConcernsUndo => false;

    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy)
    {
        var steps = input.Steps.Where(step => step.Descriptor?.MostRisk is { } most && input.Risk > most).Select(step => step.Step.Id).ToList();
        if (steps.Count == 0)
            return null;
        var risk = input.Risk == AccountRisk.Confirmed ? "confirms that someone else uses the account" : $"sees a {input.Risk.ToString().ToLowerInvariant()} risk in the account";
        return Refuse($"Entra {risk}; only the security team may do this: {string.Join(", ", steps)}.");
    }
}

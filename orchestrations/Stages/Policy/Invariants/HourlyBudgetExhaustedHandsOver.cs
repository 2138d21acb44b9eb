using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Ledger.Budgets;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>Whatever goes wrong, no more is changed in an hour than the budget says; an operator's undo counts too.</summary>
public sealed class HourlyBudgetExhaustedHandsOver : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy) =>
        input.ExhaustedBudget is { } budget ? Refuse(Budgets.Words(budget)) : null;
}

namespace HelpDesk.Orchestrations.Policy.Invariants;

/// <summary>Whatever goes wrong, it goes wrong for no more people in an hour than the budget says.</summary>
public sealed class HourlyBudgetExhaustedHandsOver : PolicyRule
{
    /// <inheritdoc />
    public override bool ConcernsUndo => false;

    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy) =>
        input.ExhaustedBudget is { } budget ? Refuse($"The budget of this hour is used up: {budget} (policy/budgets.yaml).") : null;
}

using HelpDesk.Orchestrations.Domain.Directory;

namespace HelpDesk.Orchestrations.Stages.Planning.Conditions;

/// <summary><c>account.is-not-at-risk</c>: Entra sees no risk in the account.</summary>
public sealed class AccountIsNotAtRisk : IRunbookCondition
{
    /// <inheritdoc />
    public string Name => "account.is-not-at-risk";

    /// <inheritdoc />
    public string Meaning => "Entra sees no risk in the account";

    /// <inheritdoc />
    public bool NeedsDevice => false;

    /// <inheritdoc />
    public bool NeedsRisk => true;

    /// <inheritdoc />
    public ConditionOutcome Evaluate(ConditionFacts facts) => facts.Risk switch
    {
        AccountRisk.Unknown => ConditionOutcome.Unknown,
        AccountRisk.None => ConditionOutcome.Yes,
        _ => ConditionOutcome.No,
    };
}

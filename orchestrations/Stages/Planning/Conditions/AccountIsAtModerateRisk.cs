using HelpDesk.Orchestrations.Domain.Directory;

namespace HelpDesk.Orchestrations.Stages.Planning.Conditions;

/// <summary><c>account.is-at-moderate-risk</c>: Entra sees a low or medium risk in the account; a high one is for people alone.</summary>
public sealed class AccountIsAtModerateRisk : IRunbookCondition
{
    /// <inheritdoc />
    public string Name => "account.is-at-moderate-risk";

    /// <inheritdoc />
    public string Meaning => "Entra sees a low or medium risk in the account";

    /// <inheritdoc />
    public bool NeedsDevice => false;

    /// <inheritdoc />
    public bool NeedsRisk => true;

    /// <inheritdoc />
    public ConditionOutcome Evaluate(ConditionFacts facts) => facts.Risk switch
    {
        AccountRisk.Unknown => ConditionOutcome.Unknown,
        AccountRisk.Low or AccountRisk.Medium => ConditionOutcome.Yes,
        _ => ConditionOutcome.No,
    };
}

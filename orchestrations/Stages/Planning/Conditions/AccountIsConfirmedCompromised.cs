using HelpDesk.Orchestrations.Domain.Directory;

namespace HelpDesk.Orchestrations.Stages.Planning.Conditions;

/// <summary><c>account.is-confirmed-compromised</c>: an administrator confirmed that somebody else uses the account.</summary>
public sealed class AccountIsConfirmedCompromised : IRunbookCondition
{
    /// <inheritdoc />
    public string Name => "account.is-confirmed-compromised";

    /// <inheritdoc />
    public string Meaning => "the account is confirmed as compromised";

    /// <inheritdoc />
    public bool NeedsDevice => false;

    /// <inheritdoc />
    public bool NeedsRisk => true;

    /// <inheritdoc />
    public ConditionOutcome Evaluate(ConditionFacts facts) => facts.Risk switch
    {
        AccountRisk.Unknown => ConditionOutcome.Unknown,
        AccountRisk.Confirmed => ConditionOutcome.Yes,
        _ => ConditionOutcome.No,
    };
}

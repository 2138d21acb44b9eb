namespace HelpDesk.Orchestrations.Stages.Planning.Conditions;

/// <summary><c>account.is-disabled</c>: sign-in of the account is disabled.</summary>
public sealed class AccountIsDisabled : IRunbookCondition
{
    /// <inheritdoc />
    public string Name => "account.is-disabled";

    /// <inheritdoc />
    public string Meaning => "sign-in of the account is disabled";

    /// <inheritdoc />
    public bool NeedsDevice => false;

    /// <inheritdoc />
    public ConditionOutcome Evaluate(ConditionFacts facts) =>
        facts.Subject.AccountEnabled ? ConditionOutcome.No : ConditionOutcome.Yes;
}

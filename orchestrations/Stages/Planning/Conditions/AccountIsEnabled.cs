namespace HelpDesk.Orchestrations.Stages.Planning.Conditions;

/// <summary><c>account.is-enabled</c>: sign-in of the account is enabled.</summary>
public sealed class AccountIsEnabled : IRunbookCondition
{
    /// <inheritdoc />
    public string Name => "account.is-enabled";

    /// <inheritdoc />
    public string Meaning => "sign-in of the account is enabled";

    /// <inheritdoc />
    public bool NeedsDevice => false;

    /// <inheritdoc />
    public ConditionOutcome Evaluate(ConditionFacts facts) =>
        facts.Subject.AccountEnabled ? ConditionOutcome.Yes : ConditionOutcome.No;
}

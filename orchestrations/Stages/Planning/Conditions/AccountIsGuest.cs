namespace HelpDesk.Orchestrations.Stages.Planning.Conditions;

/// <summary><c>account.is-guest</c>: the account is a guest of another organisation.</summary>
public sealed class AccountIsGuest : IRunbookCondition
{
    /// <inheritdoc />
    public string Name => "account.is-guest";

    /// <inheritdoc />
    public string Meaning => "the account is a guest of another organisation";

    /// <inheritdoc />
    public bool NeedsDevice => false;

    /// <inheritdoc />
    public ConditionOutcome Evaluate(ConditionFacts facts) =>
        facts.Subject.IsGuest ? ConditionOutcome.Yes : ConditionOutcome.No;
}

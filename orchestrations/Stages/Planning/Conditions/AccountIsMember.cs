namespace HelpDesk.Orchestrations.Stages.Planning.Conditions;

/// <summary><c>account.is-member</c>: the account is no guest.</summary>
public sealed class AccountIsMember : IRunbookCondition
{
    /// <inheritdoc />
    public string Name => "account.is-member";

    /// <inheritdoc />
    public string Meaning => "the account is no guest";

    /// <inheritdoc />
    public bool NeedsDevice => false;

    /// <inheritdoc />
    public ConditionOutcome Evaluate(ConditionFacts facts) =>
        facts.Subject.IsGuest ? ConditionOutcome.No : ConditionOutcome.Yes;
}

namespace HelpDesk.Orchestrations.Stages.Planning.Conditions;

/// <summary><c>account.has-usage-location</c>: the account has a usage location, which a licence needs.</summary>
public sealed class AccountHasUsageLocation : IRunbookCondition
{
    /// <inheritdoc />
    public string Name => "account.has-usage-location";

    /// <inheritdoc />
    public string Meaning => "the account has a usage location, which a licence needs";

    /// <inheritdoc />
    public bool NeedsDevice => false;

    /// <inheritdoc />
    public ConditionOutcome Evaluate(ConditionFacts facts) =>
        string.IsNullOrEmpty(facts.Subject.UsageLocation) ? ConditionOutcome.No : ConditionOutcome.Yes;
}

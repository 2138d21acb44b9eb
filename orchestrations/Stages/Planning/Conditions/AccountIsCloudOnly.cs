namespace HelpDesk.Orchestrations.Stages.Planning.Conditions;

/// <summary><c>account.is-cloud-only</c>: the account is mastered in the cloud.</summary>
public sealed class AccountIsCloudOnly : IRunbookCondition
{
    /// <inheritdoc />
    public string Name => "account.is-cloud-only";

    /// <inheritdoc />
    public string Meaning => "the account is mastered in the cloud";

    /// <inheritdoc />
    public bool NeedsDevice => false;

    /// <inheritdoc />
    public ConditionOutcome Evaluate(ConditionFacts facts) =>
        facts.Subject.IsSynced ? ConditionOutcome.No : ConditionOutcome.Yes;
}

namespace HelpDesk.Orchestrations.Stages.Planning.Conditions;

/// <summary><c>account.holds-no-replaced-licence</c>: the person holds no licence that the requested one replaces.</summary>
public sealed class AccountHoldsNoReplacedLicence : IRunbookCondition
{
    /// <inheritdoc />
    public string Name => "account.holds-no-replaced-licence";

    /// <inheritdoc />
    public string Meaning => "the person holds no licence that the requested one replaces";

    /// <inheritdoc />
    public bool NeedsDevice => false;

    /// <inheritdoc />
    public ConditionOutcome Evaluate(ConditionFacts facts) =>
        facts.HoldsReplacedLicence ? ConditionOutcome.No : ConditionOutcome.Yes;
}

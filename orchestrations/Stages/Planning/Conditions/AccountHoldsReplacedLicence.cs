namespace HelpDesk.Orchestrations.Stages.Planning.Conditions;

/// <summary><c>account.holds-replaced-licence</c>: the person holds a licence that the requested one replaces.</summary>
public sealed class AccountHoldsReplacedLicence : IRunbookCondition
{
    /// <inheritdoc />
    public string Name => "account.holds-replaced-licence";

    /// <inheritdoc />
    public string Meaning => "the person holds a licence that the requested one replaces";

    /// <inheritdoc />
    public bool NeedsDevice => false;

    /// <inheritdoc />
    public ConditionOutcome Evaluate(ConditionFacts facts) =>
        facts.HoldsReplacedLicence ? ConditionOutcome.Yes : ConditionOutcome.No;
}

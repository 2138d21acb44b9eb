namespace HelpDesk.Orchestrations.Stages.Planning.Conditions;

/// <summary><c>device.is-company-owned</c>: the company owns the device.</summary>
public sealed class DeviceIsCompanyOwned : IRunbookCondition
{
    /// <inheritdoc />
    public string Name => "device.is-company-owned";

    /// <inheritdoc />
    public string Meaning => "the company owns the device";

    /// <inheritdoc />
    public bool NeedsDevice => true;

    /// <inheritdoc />
    public ConditionOutcome Evaluate(ConditionFacts facts) =>
        facts.Device switch
        {
            null => ConditionOutcome.Unknown,
            { IsCompanyOwned: true } => ConditionOutcome.Yes,
            _ => ConditionOutcome.No,
        };
}

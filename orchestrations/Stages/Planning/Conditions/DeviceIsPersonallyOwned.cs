namespace HelpDesk.Orchestrations.Stages.Planning.Conditions;

/// <summary><c>device.is-personally-owned</c>: the person owns the device.</summary>
public sealed class DeviceIsPersonallyOwned : IRunbookCondition
{
    /// <inheritdoc />
    public string Name => "device.is-personally-owned";

    /// <inheritdoc />
    public string Meaning => "the person owns the device";

    /// <inheritdoc />
    public bool NeedsDevice => true;

    /// <inheritdoc />
    public ConditionOutcome Evaluate(ConditionFacts facts) =>
        facts.Device switch
        {
            null => ConditionOutcome.Unknown,
            { IsCompanyOwned: false } => ConditionOutcome.Yes,
            _ => ConditionOutcome.No,
        };
}

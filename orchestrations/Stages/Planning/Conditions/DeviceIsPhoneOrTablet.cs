namespace HelpDesk.Orchestrations.Stages.Planning.Conditions;

/// <summary><c>device.is-phone-or-tablet</c>: the device is a phone or tablet.</summary>
public sealed class DeviceIsPhoneOrTablet : IRunbookCondition
{
    /// <inheritdoc />
    public string Name => "device.is-phone-or-tablet";

    /// <inheritdoc />
    public string Meaning => "the device is a phone or tablet";

    /// <inheritdoc />
    public bool NeedsDevice => true;

    /// <inheritdoc />
    public ConditionOutcome Evaluate(ConditionFacts facts) =>
        facts.Device?.IsComputer switch
        {
            false => ConditionOutcome.Yes,
            null => ConditionOutcome.Unknown,
            _ => ConditionOutcome.No,
        };
}

namespace HelpDesk.Orchestrations.Stages.Planning.Conditions;

/// <summary><c>device.is-not-compliant</c>: the device does not meet the compliance policy.</summary>
public sealed class DeviceIsNotCompliant : IRunbookCondition
{
    /// <inheritdoc />
    public string Name => "device.is-not-compliant";

    /// <inheritdoc />
    public string Meaning => "the device does not meet the compliance policy";

    /// <inheritdoc />
    public bool NeedsDevice => true;

    /// <inheritdoc />
    public ConditionOutcome Evaluate(ConditionFacts facts) =>
        facts.Device switch
        {
            null => ConditionOutcome.Unknown,
            { IsCompliant: false } => ConditionOutcome.Yes,
            _ => ConditionOutcome.No,
        };
}

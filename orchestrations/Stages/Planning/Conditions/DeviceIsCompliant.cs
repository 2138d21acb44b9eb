namespace HelpDesk.Orchestrations.Stages.Planning.Conditions;

/// <summary><c>device.is-compliant</c>: the device meets the compliance policy.</summary>
public sealed class DeviceIsCompliant : IRunbookCondition
{
    /// <inheritdoc />
    public string Name => "device.is-compliant";

    /// <inheritdoc />
    public string Meaning => "the device meets the compliance policy";

    /// <inheritdoc />
    public bool NeedsDevice => true;

    /// <inheritdoc />
    public ConditionOutcome Evaluate(ConditionFacts facts) =>
        facts.Device switch
        {
            null => ConditionOutcome.Unknown,
            { IsCompliant: true } => ConditionOutcome.Yes,
            _ => ConditionOutcome.No,
        };
}

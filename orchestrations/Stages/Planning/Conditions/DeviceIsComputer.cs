namespace HelpDesk.Orchestrations.Stages.Planning.Conditions;

/// <summary><c>device.is-computer</c>: the device is a computer.</summary>
public sealed class DeviceIsComputer : IRunbookCondition
{
    /// <inheritdoc />
    public string Name => "device.is-computer";

    /// <inheritdoc />
    public string Meaning => "the device is a computer";

    /// <inheritdoc />
    public bool NeedsDevice => true;

    /// <inheritdoc />
    public ConditionOutcome Evaluate(ConditionFacts facts) =>
        facts.Device?.IsComputer switch
        {
            true => ConditionOutcome.Yes,
            null => ConditionOutcome.Unknown,
            _ => ConditionOutcome.No,
        };
}

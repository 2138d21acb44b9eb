namespace HelpDesk.Orchestrations.Stages.Planning.Conditions;

/// <summary><c>device.has-reported-lately</c>: it checked in within the seven days before the ticket, so a command will reach it.</summary>
public sealed class DeviceHasReportedLately : IRunbookCondition
{
    // Chosen because a device that is switched on checks in every eight hours, and people come back from a week off.
    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    /// <inheritdoc />
    public string Name => "device.has-reported-lately";

    /// <inheritdoc />
    public string Meaning => "the device checked in within the last seven days";

    /// <inheritdoc />
    public bool NeedsDevice => true;

    /// <inheritdoc />
    public ConditionOutcome Evaluate(ConditionFacts facts)
    {
        if (facts.Device?.LastSyncAt is not { } last)
            return ConditionOutcome.Unknown;
        return facts.Request.CreatedAt - last <= Lately ? ConditionOutcome.Yes : ConditionOutcome.No;
    }
}

namespace HelpDesk.Orchestrations.Stages.Planning.Conditions;

/// <summary><c>ticket.confirmed-lost</c>: the requester says that the device is gone for good.</summary>
public sealed class TicketConfirmedLost : IRunbookCondition
{
    /// <inheritdoc />
    public string Name => "ticket.confirmed-lost";

    /// <inheritdoc />
    public string Meaning => "the requester says that the device is gone for good";

    /// <inheritdoc />
    public bool NeedsDevice => false;

    /// <inheritdoc />
    public ConditionOutcome Evaluate(ConditionFacts facts) =>
        facts.Request.IsConfirmedLost switch
        {
            null => ConditionOutcome.Unknown,
            true => ConditionOutcome.Yes,
            false => ConditionOutcome.No,
        };
}

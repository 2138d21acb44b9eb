namespace HelpDesk.Orchestrations.Stages.Planning.Conditions;

/// <summary><c>ticket.restart-not-tried</c>: the ticket does not say that a restart was tried, or that one helps only for a while.</summary>
public sealed class TicketRestartNotTried : IRunbookCondition
{
    /// <inheritdoc />
    public string Name => "ticket.restart-not-tried";

    /// <inheritdoc />
    public string Meaning => "the ticket does not say that a restart was tried or helps only for a while";

    /// <inheritdoc />
    public bool NeedsDevice => false;

    /// <inheritdoc />
    public ConditionOutcome Evaluate(ConditionFacts facts) => facts.Request.RestartWasTried ? ConditionOutcome.No : ConditionOutcome.Yes;
}

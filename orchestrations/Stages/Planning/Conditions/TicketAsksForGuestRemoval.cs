namespace HelpDesk.Orchestrations.Stages.Planning.Conditions;

/// <summary><c>ticket.asks-for-guest-removal</c>: the ticket's own words ask to take a guest account away; an invitation has the same intent.</summary>
public sealed class TicketAsksForGuestRemoval : IRunbookCondition
{
    /// <inheritdoc />
    public string Name => "ticket.asks-for-guest-removal";

    /// <inheritdoc />
    public string Meaning => "the ticket plainly asks to take a guest account away";

    /// <inheritdoc />
    public bool NeedsDevice => false;

    /// <inheritdoc />
    public ConditionOutcome Evaluate(ConditionFacts facts) =>
        facts.Request.AsksForGuestRemoval ? ConditionOutcome.Yes : ConditionOutcome.No;
}

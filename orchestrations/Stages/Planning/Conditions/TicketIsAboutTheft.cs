namespace HelpDesk.Orchestrations.Stages.Planning.Conditions;

/// <summary><c>ticket.is-about-theft</c>: the ticket reports a theft.</summary>
public sealed class TicketIsAboutTheft : IRunbookCondition
{
    /// <inheritdoc />
    public string Name => "ticket.is-about-theft";

    /// <inheritdoc />
    public string Meaning => "the ticket reports a theft";

    /// <inheritdoc />
    public bool NeedsDevice => false;

    /// <inheritdoc />
    public ConditionOutcome Evaluate(ConditionFacts facts) =>
        facts.Request.Intent == "device.stolen" ? ConditionOutcome.Yes : ConditionOutcome.No;
}

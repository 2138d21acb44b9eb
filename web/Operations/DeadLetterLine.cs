using HelpDesk.Orchestrations.Flows.Tickets.Channels;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Intake;

namespace HelpDesk.Web.Operations;

/// <summary>One dead letter in the list.</summary>
/// <param name="Letter">It.</param>
/// <param name="Case">The case of its ticket; null when there is none.</param>
/// <param name="DecidedBy">Name of who decided; null while it is open. Untrusted text.</param>
public sealed record DeadLetterLine(DeadLetter Letter, CaseRecord? Case, string? DecidedBy)
{
    /// <summary>What a person wrote on a channel, redacted; null when it is no such message.</summary>
    public RefusedMessage? Said { get; init; }

    /// <summary>What people call it: the ticket's number, or the message's id when it cannot be read. Untrusted text.</summary>
    public string Name => Letter.Message?.Ticket.Number ?? Letter.Id;

    /// <summary>Its outcome, with the tone of the badge.</summary>
    public (string Text, string Tone) Outcome => Letter.State switch
    {
        DeadLetterState.Replayed => ("Replayed", "good"),
        DeadLetterState.Discarded => ("Discarded", "plain"),
        DeadLetterState.Replaying => ("Replaying", "info"),
        DeadLetterState.Discarding => ("Discarding", "info"),
        _ => ("Open", "wait"),
    };
}

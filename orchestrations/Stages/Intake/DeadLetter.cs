using HelpDesk.Orchestrations.Domain.Tickets;

namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>A message that could not be worked on, kept until an operator decides.</summary>
/// <param name="Id">The message's id in the queue; a hash of it when it is none that may be in a key.</param>
/// <param name="Message">What it asked for; null when it could not be read or names no ticket.</param>
/// <param name="Reason">Why, one word: <c>malformed</c>, or the queue's own reason. Untrusted text.</param>
/// <param name="Description">Why, in a sentence; nothing of the message's body. Untrusted text.</param>
/// <param name="KeptAt">When it was kept, UTC.</param>
/// <param name="State">What became of it.</param>
/// <param name="DecidedBy">Who decided: <c>person:objectId</c>; null while it is open.</param>
public sealed record DeadLetter(
    string Id, QueuedTicket? Message, string Reason, string Description, DateTimeOffset KeptAt, DeadLetterState State = DeadLetterState.Open, string? DecidedBy = null)
{
    /// <summary>How often the queue delivered it; null when nobody counted.</summary>
    public int? Deliveries { get; init; }

    /// <summary>How often it became a dead letter: 1, and one more each time it comes back after a decision.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Why it was decided so, in the operator's words; null while it is open.</summary>
    public string? Why { get; init; }

    /// <summary>When it was decided, UTC; null while it is open.</summary>
    public DateTimeOffset? DecidedAt { get; init; }
}

/// <summary>What became of a dead letter.</summary>
public enum DeadLetterState
{
    /// <summary>Nobody has decided.</summary>
    Open,

    /// <summary>Its ticket went through intake again.</summary>
    Replayed,

    /// <summary>An operator decided that nothing follows from it.</summary>
    Discarded,

    /// <summary>An operator decided to replay it; it is being done, or waits to be done again after a stop in the middle.</summary>
    Replaying,

    /// <summary>An operator decided to discard it; the audit log does not say so yet.</summary>
    Discarding,
}

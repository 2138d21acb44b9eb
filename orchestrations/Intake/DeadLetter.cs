namespace HelpDesk.Orchestrations.Intake;

/// <summary>A message of the queue that could not be worked on, kept until an operator decides.</summary>
/// <param name="Id">The message's id in the queue.</param>
/// <param name="Message">What it asked for; null when it could not be read.</param>
/// <param name="Reason">Why, one word: <c>malformed</c>, or the queue's own reason.</param>
/// <param name="Description">Why, in a sentence; nothing of the message's body.</param>
/// <param name="KeptAt">When it was kept, UTC.</param>
/// <param name="State">What became of it.</param>
/// <param name="DecidedBy">Who decided: <c>person:objectId</c>; null while it is open.</param>
public sealed record DeadLetter(
    string Id, QueuedTicket? Message, string Reason, string Description, DateTimeOffset KeptAt, DeadLetterState State = DeadLetterState.Open, string? DecidedBy = null);

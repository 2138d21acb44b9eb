using HelpDesk.Orchestrations.Domain.Tickets;

namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>One row of the inbox.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Message">What was kept; null when it cannot be read any more.</param>
public sealed record InboxEntry(string Row, QueuedTicket? Message);

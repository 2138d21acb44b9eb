using HelpDesk.Orchestrations.Domain.Tickets;

namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>What <see cref="OpenCase"/> takes.</summary>
/// <param name="Ticket">Which ticket.</param>
/// <param name="ReceivedAt">When the webhook was accepted, UTC.</param>
public sealed record OpenCaseInput(TicketReference Ticket, DateTimeOffset ReceivedAt);

using HelpDesk.Orchestrations.Domain.Tickets;

namespace HelpDesk.Orchestrations.Flows.Tickets;

/// <summary>What <see cref="TicketWorkflow"/> takes: ids only.</summary>
/// <param name="Ticket">Which ticket.</param>
/// <param name="ReceivedAt">When its webhook was accepted, UTC.</param>
/// <param name="TraceParent">W3C trace context of the webhook; null when there is none.</param>
public sealed record TicketWorkflowInput(TicketReference Ticket, DateTimeOffset ReceivedAt, string? TraceParent);

using HelpDesk.Orchestrations.Domain.Tickets;

namespace HelpDesk.Orchestrations.Flows.Tickets;

/// <summary>What <see cref="TicketChangedWorkflow"/> takes.</summary>
/// <param name="Ticket">Which ticket.</param>
/// <param name="DeliveryId">Which change.</param>
public sealed record TicketChangedInput(TicketReference Ticket, string DeliveryId);

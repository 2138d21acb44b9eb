using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Flows.Tickets;

/// <summary>How a ticket's workflow ended.</summary>
/// <param name="State">Resolved, escalated or ignored.</param>
/// <param name="Path">Which way it took.</param>
/// <param name="Why">Why it was not resolved; null when it was.</param>
public sealed record TicketEnd(CaseState State, CasePath Path, string? Why);

using HelpDesk.Orchestrations.Cases;

namespace HelpDesk.Orchestrations.Triage;

/// <summary>What triage takes.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Ticket">The redacted <see cref="TicketSnapshot"/>.</param>
public sealed record TriageTicketInput(string CaseId, ContextReference Ticket);

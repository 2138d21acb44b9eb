using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>What <see cref="EnrichCase"/> takes.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Ticket">The redacted <see cref="TicketSnapshot"/>.</param>
public sealed record EnrichCaseInput(string CaseId, ContextReference Ticket);

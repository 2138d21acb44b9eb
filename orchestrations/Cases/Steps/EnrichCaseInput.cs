namespace HelpDesk.Orchestrations.Cases.Steps;

/// <summary>What <see cref="EnrichCase"/> takes.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Ticket">The redacted <see cref="TicketSnapshot"/>.</param>
public sealed record EnrichCaseInput(string CaseId, ContextReference Ticket);

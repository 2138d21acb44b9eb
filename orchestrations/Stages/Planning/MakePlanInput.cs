using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Planning;

/// <summary>What <see cref="MakePlan"/> takes.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Ticket">The <see cref="TicketSnapshot"/>.</param>
/// <param name="Requester">The <see cref="RequesterSnapshot"/>.</param>
/// <param name="Triage">What triage said.</param>
public sealed record MakePlanInput(string CaseId, ContextReference Ticket, ContextReference Requester, TriageFacts Triage);

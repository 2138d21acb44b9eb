using HelpDesk.Orchestrations.Stages.Secrets;

namespace HelpDesk.Web.HandOvers;

/// <summary>What the page of a hand-over shows before the secret.</summary>
/// <param name="HandOver">The hand-over.</param>
/// <param name="Ticket">What people call the ticket.</param>
/// <param name="Subject">Whom the secret is for. Untrusted text.</param>
/// <param name="Entitlement">By what the viewer may collect it, or why not.</param>
/// <param name="CheckMissing">True when they pressed without saying how they checked the identity.</param>
/// <param name="Note">The note they wrote. Untrusted text.</param>
public sealed record HandOverModel(HandOver HandOver, string Ticket, string Subject, Entitlement Entitlement, bool CheckMissing, string Note);

namespace HelpDesk.Web.PersonLink;

/// <summary>What the requester's page shows.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">What people call the ticket.</param>
/// <param name="Token">The token of the link.</param>
/// <param name="IsAsked">True when a person was asked for already.</param>
/// <param name="IsOver">True when the house does nothing more on it anyway.</param>
public sealed record PersonLinkModel(string CaseId, string Number, string Token, bool IsAsked, bool IsOver);

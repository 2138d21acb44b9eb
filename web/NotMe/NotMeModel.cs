using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Web.NotMe;

/// <summary>What the page with the button shows.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">What people call the ticket.</param>
/// <param name="Token">The token of the link; empty when who is signed in needs none.</param>
/// <param name="IsSaid">True when it was said already.</param>
public sealed record NotMeModel(string CaseId, string Number, string Token, bool IsSaid);

/// <summary>What the list shows.</summary>
/// <param name="Cases">Requests about the account of who is signed in, newest first.</param>
public sealed record NotMeListModel(IReadOnlyList<CaseRecord> Cases);

using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Web.My;

/// <summary>What the list of a person's own tickets shows.</summary>
/// <param name="Language">Two-letter language.</param>
/// <param name="Cases">Their cases, the newest first.</param>
public sealed record MyListModel(string Language, IReadOnlyList<CaseRecord> Cases);

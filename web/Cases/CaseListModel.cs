using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Web.Cases;

/// <summary>What the list of cases shows.</summary>
/// <param name="Filter">What was asked for.</param>
/// <param name="Cases">One page of it, the newest first.</param>
/// <param name="Looked">How many cases were looked at for it.</param>
/// <param name="Next">The place behind which the next page begins; null when there is none.</param>
/// <param name="Intents">Intents there are, for the filter.</param>
public sealed record CaseListModel(CaseFilter Filter, IReadOnlyList<CaseRecord> Cases, int Looked, string? Next, IReadOnlyList<string> Intents);

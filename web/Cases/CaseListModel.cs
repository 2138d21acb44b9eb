using HelpDesk.Orchestrations.Cases;

namespace HelpDesk.Web.Cases;

/// <summary>What the list of cases shows.</summary>
/// <param name="Filter">What was asked for.</param>
/// <param name="Cases">One page of it, what changed last first.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Pages">How many pages, at least 1.</param>
/// <param name="Intents">Intents that any case has, for the filter.</param>
public sealed record CaseListModel(CaseFilter Filter, IReadOnlyList<CaseRecord> Cases, int Total, int Pages, IReadOnlyList<string> Intents);

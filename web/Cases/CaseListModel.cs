using HelpDesk.Orchestrations.Ledger.Cases.Finding;
using HelpDesk.Web.Finding;

namespace HelpDesk.Web.Cases;

/// <summary>What the list of cases shows.</summary>
/// <param name="Filter">What was asked for.</param>
/// <param name="Found">One page of it, and how many there are.</param>
public sealed record CaseListModel(CaseFilter Filter, FoundCases Found);

using HelpDesk.Orchestrations.Ledger.Cases.Finding;
using HelpDesk.Web.Finding;

namespace HelpDesk.Web.Audit;

/// <summary>What the list of chains shows.</summary>
/// <param name="Filter">What was asked for.</param>
/// <param name="Found">The cases of one page, and how many there are.</param>
/// <param name="Chains">Their chains, the newest case first; without a filter that of the operators before them.</param>
/// <param name="ArchiveError">What is wrong with the copies of the checkpoints; null when nothing is.</param>
public sealed record AuditListModel(CaseFilter Filter, FoundCases Found, IReadOnlyList<ChainLine> Chains, string? ArchiveError);

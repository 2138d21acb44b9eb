namespace HelpDesk.Web.Audit;

/// <summary>What the list of chains shows.</summary>
/// <param name="Chains">One page: the operators' chain, then the newest case first.</param>
/// <param name="IsFirst">True for the first page.</param>
/// <param name="Next">The place after which the next page begins; null when there is none.</param>
/// <param name="ArchiveError">What is wrong with the copies of the checkpoints; null when nothing is.</param>
public sealed record AuditListModel(IReadOnlyList<ChainLine> Chains, bool IsFirst, string? Next, string? ArchiveError);

namespace HelpDesk.Web.Audit;

/// <summary>What the list of chains shows.</summary>
/// <param name="Chains">One page of it, what changed last first.</param>
/// <param name="Page">Page, from 1.</param>
/// <param name="Pages">How many pages.</param>
/// <param name="ArchiveFault">What is wrong with the copies of the checkpoints; null when nothing is.</param>
public sealed record AuditListModel(IReadOnlyList<ChainLine> Chains, int Page, int Pages, string? ArchiveFault);

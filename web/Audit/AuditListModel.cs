namespace HelpDesk.Web.Audit;

/// <summary>What the list of chains shows.</summary>
/// <param name="Chains">One page of it, what changed last first.</param>
/// <param name="Page">Page, from 1.</param>
/// <param name="Pages">How many pages.</param>
public sealed record AuditListModel(IReadOnlyList<ChainLine> Chains, int Page, int Pages);

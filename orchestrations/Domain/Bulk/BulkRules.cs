namespace HelpDesk.Orchestrations.Domain.Bulk;

/// <summary>What policy says of bulk runs (<c>policy/bulk.yaml</c>).</summary>
/// <param name="Limits">How a run goes.</param>
/// <param name="MostTargets">Most lines that one run takes; at most 2,000.</param>
/// <param name="Approval">Name of the requirement in <c>policy/approvals.yaml</c> that every run needs at least.</param>
public sealed record BulkRules(BulkLimits Limits, int MostTargets, string Approval);

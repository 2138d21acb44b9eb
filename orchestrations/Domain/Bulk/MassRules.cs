namespace HelpDesk.Orchestrations.Domain.Bulk;

/// <summary>What policy says of mass runs (<c>policy/mass.yaml</c>).</summary>
/// <param name="Limits">How a run goes.</param>
/// <param name="MostTargets">Most lines that one run takes; at most 2,000.</param>
/// <param name="Approval">Name of the requirement in <c>policy/approvals.yaml</c> that every run needs at least.</param>
public sealed record MassRules(MassLimits Limits, int MostTargets, string Approval);

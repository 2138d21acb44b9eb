namespace HelpDesk.Orchestrations.Domain.Policy.Approvers;

/// <summary>An approval requirement under its name in <c>policy/approvals.yaml</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Approval">What it requires.</param>
/// <param name="Line">Where it stands in <c>policy/approvals.yaml</c>; default 1.</param>
public sealed record NamedRequirement(string Name, ApprovalRequirement Approval, int Line = 1);

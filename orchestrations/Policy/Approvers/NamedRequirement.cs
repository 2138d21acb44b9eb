namespace HelpDesk.Orchestrations.Policy.Approvers;

/// <summary>An approval requirement under its name in <c>policy/approvals.yaml</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Approval">What it requires.</param>
public sealed record NamedRequirement(string Name, ApprovalRequirement Approval);

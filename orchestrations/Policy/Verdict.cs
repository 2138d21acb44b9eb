namespace HelpDesk.Orchestrations.Policy;

/// <summary>What policy says of a plan, with every rule that spoke.</summary>
/// <param name="Outcome">Allow, needs approval, refuse.</param>
/// <param name="Findings">Every rule that spoke, the strictest first.</param>
/// <param name="Approval">Who must approve; set exactly when <paramref name="Outcome"/> is <see cref="VerdictOutcome.NeedsApproval"/>.</param>
/// <param name="PolicyHash">SHA-256 over all policy files, lower-case hex.</param>
public sealed record Verdict(VerdictOutcome Outcome, IReadOnlyList<RuleFinding> Findings, ApprovalRequirement? Approval, string PolicyHash);

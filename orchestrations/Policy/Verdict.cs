using System.Text.Json.Serialization;

namespace HelpDesk.Orchestrations.Policy;

/// <summary>What policy says of a plan, with every rule that spoke.</summary>
/// <param name="Outcome">Allow, needs approval, refuse.</param>
/// <param name="Findings">Every rule that spoke, the strictest first; at most 16, reasons of at most 200 characters.</param>
/// <param name="Approval">Who must approve; set exactly when <paramref name="Outcome"/> is <see cref="VerdictOutcome.NeedsApproval"/>.</param>
/// <param name="PolicyHash">SHA-256 over all policy files, lower-case hex.</param>
public sealed record Verdict(VerdictOutcome Outcome, IReadOnlyList<RuleFinding> Findings, ApprovalRequirement? Approval, string PolicyHash)
{
    /// <summary>The reasons of the rules that decided, as one text for a person; empty when nobody objected.</summary>
    [JsonIgnore]
    public string Why => string.Join(" ", Findings.Where(finding => finding.Outcome == Outcome).Select(finding => finding.Reason));
}

using System.Globalization;
using System.Text.Json.Serialization;

namespace HelpDesk.Orchestrations.Domain.Policy;

/// <summary>What policy says of a plan, with every rule that spoke.</summary>
/// <param name="Outcome">Allow, needs approval, refuse.</param>
/// <param name="Findings">Every rule that spoke, the strictest first; reasons of at most 200 characters, of 90 when more than 16 rules spoke.</param>
/// <param name="Approval">Who must approve; set exactly when <paramref name="Outcome"/> is <see cref="VerdictOutcome.NeedsApproval"/>.</param>
/// <param name="PolicyHash">SHA-256 over all policy files, lower-case hex.</param>
public sealed record Verdict(VerdictOutcome Outcome, IReadOnlyList<RuleFinding> Findings, ApprovalRequirement? Approval, string PolicyHash)
{
    private const int MaxReasonsTold = 5;

    /// <summary>The reasons of the rules that decided, as one text for a person: the first five, and how many more; empty when nobody objected.</summary>
    [JsonIgnore]
    public string Why
    {
        get
        {
            var reasons = Findings.Where(finding => finding.Outcome == Outcome).Select(finding => finding.Reason).ToList();
            var told = string.Join(" ", reasons.Take(MaxReasonsTold));
            return reasons.Count <= MaxReasonsTold ? told : string.Create(CultureInfo.InvariantCulture, $"{told} And {reasons.Count - MaxReasonsTold} more.");
        }
    }
}

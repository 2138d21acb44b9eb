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

/// <summary>What policy says, from mild to strict: the strictest finding wins.</summary>
public enum VerdictOutcome
{
    /// <summary>Run without a person.</summary>
    Allow,

    /// <summary>Run when the named people approve exactly this plan.</summary>
    NeedsApproval,

    /// <summary>Do not run; hand the ticket to a person.</summary>
    Refuse,
}

/// <summary>What one rule said.</summary>
/// <param name="Rule">The rule's name, a sentence: <c>HighImpactStepsNeedApproval</c>.</param>
/// <param name="Outcome">What it demands.</param>
/// <param name="Reason">Why, for the approver or the agent; names the step or setting concerned.</param>
public sealed record RuleFinding(string Rule, VerdictOutcome Outcome, string Reason);

/// <summary>Who must approve and until when.</summary>
/// <param name="ApproverGroup">Name of the approver group in policy.</param>
/// <param name="FallbackGroup">Group that is asked too after <paramref name="EscalateAfter"/>.</param>
/// <param name="Quorum">How many different people must approve; 1 to 5, default 1.</param>
/// <param name="RemindAfter">When to remind.</param>
/// <param name="EscalateAfter">When to ask the fallback group.</param>
/// <param name="Deadline">When silence becomes a no.</param>
public sealed record ApprovalRequirement(
    string ApproverGroup, string FallbackGroup, int Quorum, TimeSpan RemindAfter, TimeSpan EscalateAfter, TimeSpan Deadline)
{
    /// <summary>True when the subject's manager, by the directory at the moment of the decision, may decide beside the approver group. Default false.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AsksManager { get; init; }
}

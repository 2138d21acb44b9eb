using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;
using HelpDesk.Orchestrations.Stages.Policy.Rules;

namespace HelpDesk.Orchestrations.Stages.Policy;

/// <summary>
/// Decides over a plan by asking every rule; the strictest answer wins. Pure: the same input gives the same verdict. A rule that
/// is unknown or throws refuses.
/// </summary>
public sealed class PolicyEngine
{
    // A verdict is in a history and in the hand-over to a person: all rules at once must fit into one payload.
    private const int MaxReasonLength = 200;
    private const int MaxReasonLengthOfMany = 90;
    private const int Many = 16;

    private readonly PolicySet _policy;
    private readonly IReadOnlyList<PolicyRule> _rules;

    /// <summary>Takes the rules that always hold, those over policy data, and the optional ones that the organisation demands.</summary>
    public PolicyEngine(PolicySet policy)
        : this(policy, [.. AllInvariants.Rules, .. DataRules.All, .. policy.Demands.Select(OptionalRules.Get)])
    {
    }

    /// <summary>Takes further rules beside the invariants: for tests of the engine itself. The invariants cannot be left out.</summary>
    internal PolicyEngine(PolicySet policy, IEnumerable<PolicyRule> rules)
    {
        _policy = policy;
        _rules = [.. AllInvariants.Rules.Concat(rules).DistinctBy(rule => rule.Name, StringComparer.Ordinal)];
    }

    /// <summary>Names of all rules that are asked, in the order they are asked.</summary>
    public IReadOnlyList<string> Rules => [.. _rules.Select(rule => rule.Name)];

    /// <summary>The verdict.</summary>
    public Verdict Decide(PolicyInput input)
    {
        var findings = _rules.Where(rule => input.Plan.Undoes is null || rule.ConcernsUndo).Select(rule => Ask(rule, input)).OfType<RuleFinding>().ToList();
        ApprovalRequirement? approval = null;
        if (Strictest(findings) == VerdictOutcome.NeedsApproval)
        {
            approval = ApprovalChoice.For(input, _policy);
            if (approval is null)
                findings.Add(new RuleFinding("SomebodyMustBeConfiguredToApprove", VerdictOutcome.Refuse, "No approver is configured for this: name a requirement with known approver groups in policy/approvals.yaml."));
        }

        var outcome = Strictest(findings);
        return new Verdict(
            outcome,
            [.. findings.OrderByDescending(finding => finding.Outcome).Select(finding => Readable(finding, findings.Count > Many ? MaxReasonLengthOfMany : MaxReasonLength))],
            outcome == VerdictOutcome.NeedsApproval ? approval : null,
            _policy.Hash);
    }

    private RuleFinding? Ask(PolicyRule rule, PolicyInput input)
    {
        try
        {
            var finding = rule.Judge(input, _policy);
            return finding is not null && !Enum.IsDefined(finding.Outcome)
                ? new RuleFinding(rule.Name, VerdictOutcome.Refuse, "The rule gave an unknown answer.")
                : finding;
        }
#pragma warning disable CA1031 // A rule that throws must refuse, whatever it throws; the finding names it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return new RuleFinding(rule.Name, VerdictOutcome.Refuse, $"The rule failed ({fault.GetType().Name}), and what cannot be judged is not done.");
        }
    }

    private static VerdictOutcome Strictest(List<RuleFinding> findings) =>
        findings.Count == 0 ? VerdictOutcome.Allow : findings.Max(finding => finding.Outcome);

    // On one line and without half a character: the audit log takes neither, and a verdict that cannot be recorded would stop the case.
    private static RuleFinding Readable(RuleFinding finding, int longest)
    {
        var reason = string.Concat(finding.Reason.Select(letter => char.IsControl(letter) ? ' ' : letter));
        if (reason.Length > longest)
            reason = $"{reason[..(char.IsHighSurrogate(reason[longest - 2]) ? longest - 2 : longest - 1)]}…";
        return finding with { Reason = reason };
    }
}

using HelpDesk.Orchestrations.Policy.Invariants;
using HelpDesk.Orchestrations.Policy.Rules;

namespace HelpDesk.Orchestrations.Policy;

/// <summary>
/// Decides over a plan by asking every rule; the strictest answer wins. Pure: the same input gives the same verdict. A rule that
/// is unknown or throws refuses.
/// </summary>
public sealed class PolicyEngine
{
    private const int MaxReasonLength = 200;
    private const int MaxFindings = 16;

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
        _rules = [.. rules.Concat(AllInvariants.Rules).DistinctBy(rule => rule.Name, StringComparer.Ordinal)];
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
            approval = ApprovalChoice.For(input.Plan, _policy);
            if (approval is null)
                findings.Add(new RuleFinding("SomebodyMustBeConfiguredToApprove", VerdictOutcome.Refuse, "Nobody is configured to approve this: name a requirement with known approver groups in policy/approvals.yaml."));
        }

        var outcome = Strictest(findings);
        return new Verdict(
            outcome,
            [.. findings.OrderByDescending(finding => finding.Outcome).Take(MaxFindings).Select(Shortened)],
            outcome == VerdictOutcome.NeedsApproval ? approval : null,
            _policy.Hash);
    }

    private RuleFinding? Ask(PolicyRule rule, PolicyInput input)
    {
        try
        {
            var finding = rule.Judge(input, _policy);
            return finding is not null && !Enum.IsDefined(finding.Outcome)
                ? new RuleFinding(rule.Name, VerdictOutcome.Refuse, "The rule gave an answer that nobody knows.")
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

    private static RuleFinding Shortened(RuleFinding finding) =>
        finding.Reason.Length <= MaxReasonLength ? finding : finding with { Reason = $"{finding.Reason[..(MaxReasonLength - 1)]}…" };
}

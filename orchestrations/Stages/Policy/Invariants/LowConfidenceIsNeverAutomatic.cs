using System.Globalization;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Confidence;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>
/// Below the source's threshold a person looks first; far below it nothing is considered. Files can raise the thresholds above
/// the floors in <see cref="ConfidenceRules"/>, never lower them. A containment plan has its own threshold above the same floor: a sign-out too
/// many costs a minute, one too few the account.
/// </summary>
public sealed class LowConfidenceIsNeverAutomatic : PolicyRule
{
    /// <inheritdoc />
    public override bool ConcernsUndo => false;

    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy)
    {
        var confidence = input.Triage.Confidence;
        if (double.IsNaN(confidence) || confidence is < 0 or > 1)
            return Refuse("Triage gave a confidence outside 0 to 1.");

        var source = input.Triage.IsModel ? policy.Confidence.Model : policy.Confidence.Embedded;
        var wanted = input.Plan.IsContainment ? Math.Min(source.Automatic, policy.Containment.Confidence) : source.Automatic;
        var automatic = Math.Max(wanted, ConfidenceRules.LeastAutomatic);
        var considered = Math.Max(source.Considered, ConfidenceRules.LeastConsidered);
        var who = input.Triage.IsModel ? "language model" : "built-in classifier";
        var words = string.Create(CultureInfo.InvariantCulture, $"The {who} is only {confidence:P0} sure");
        // Written as "not at least", so that a threshold that is no number refuses.
        if (!(confidence >= considered))
            return Refuse($"{words}, too little to do anything.");
        if (confidence >= automatic)
            return null;
        // The true reason, not the figure to which it cut the confidence.
        return NeedsApproval(input.Triage.WhyInDoubt is { } doubt
            ? $"The {who} proposed '{input.Plan.Intent}', but {doubt}."
            : $"{words} what the ticket is about.");
    }
}

using HelpDesk.Orchestrations.Domain.Policy.Confidence;
using HelpDesk.Orchestrations.Domain.Policy.Containment;
using HelpDesk.Orchestrations.Foundation.Configuration;

namespace HelpDesk.Orchestrations.Stages.Rulebook.Policy;

/// <summary><c>policy/containment.yaml</c>: what runs before anything that waits for an approval.</summary>
internal static class ContainmentFile
{
    // Who is in wrong hands again an hour later must be signed out again.
    private static readonly TimeSpan LongestNotAgain = TimeSpan.FromHours(1);

    public static ContainmentRules Read(SectionReader reader, PolicyReferences known)
    {
        var atOnce = new HashSet<string>(StringComparer.Ordinal);
        foreach (var remediation in reader.Texts("at-once"))
        {
            if (!reader.Known(remediation.Line, "remediation", remediation.Value, known.RemediationIds))
                continue;
            if (known.ContainmentIds.Contains(remediation.Value, StringComparer.Ordinal))
                atOnce.Add(remediation.Value);
            else
                reader.Fault(remediation.Line, $"'{remediation.Value}' does not contain a threat in a way that can be undone.", $"Use some of: {string.Join(", ", known.ContainmentIds)}.");
        }

        var confidence = reader.Share("confidence", 1);
        if (confidence < ConfidenceRules.LeastAutomatic)
            reader.Fault(reader.LineOf("confidence"), "'confidence' is below what no file may lower.", FormattableString.Invariant($"Write at least {ConfidenceRules.LeastAutomatic}."));
        var rules = new ContainmentRules(atOnce, confidence);
        if (reader.Duration("not-again-within", TimeSpan.Zero, LongestNotAgain, required: false) is { } notAgain)
            rules = rules with { NotAgainWithin = notAgain };
        reader.End();
        return rules;
    }
}

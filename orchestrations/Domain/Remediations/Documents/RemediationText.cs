using System.Globalization;
using HelpDesk.Orchestrations.Domain.Directory;

namespace HelpDesk.Orchestrations.Domain.Remediations.Documents;

/// <summary>What the page of a remediation and <c>docs/remediations.md</c> say of it: one source for both.</summary>
public static class RemediationText
{
    /// <summary>Its sections in order: a title and one sentence per line.</summary>
    public static IReadOnlyList<(string Title, IReadOnlyList<string> Lines)> SectionsOf(RemediationDescriptor about)
    {
        List<(string, IReadOnlyList<string>)> sections =
        [
            ("Refused unless", about.Preconditions),
            ("Kept before it", [about.Captures]),
            ("How it is done", [about.Execution]),
            ("How it is read back", [about.Verification]),
            ("How it is undone", [about.Undo]),
        ];
        if (about.NeverTouches.Count > 0)
            sections.Add(("Never touched", about.NeverTouches));
        return sections;
    }

    /// <summary>Its facts in order: a name and a value.</summary>
    public static IReadOnlyList<(string Name, string Value)> FactsOf(RemediationDescriptor about)
    {
        List<(string, string)> facts =
        [
            ("Impact", about.Impact.ToString()),
            ("Approval", about.IsNeverAutomatic ? "always" : "where policy asks"),
            ("Reversibility", ReversibilityOf(about)),
            ("Acts on", about.Target == TargetKind.User ? "a user of Entra ID" : "a device of Intune"),
            ("Role ceiling", about.RoleCeiling.Words()),
            ("Permissions", string.Join(", ", about.Permissions)),
            ("Patience", $"{SpanOf(about.VerifyFor)}, checked every {SpanOf(about.VerifyEvery)} at the latest"),
        ];
        if (about.MostRisk is { } risk)
            facts.Add(("Risk ceiling", risk == AccountRisk.None ? "accounts in which Entra sees no risk" : $"accounts in which Entra sees at most a {risk.ToString().ToLowerInvariant()} risk"));
        if (about.Parameters.Count > 0)
            facts.Add(("Parameters", string.Join(", ", about.Parameters)));
        if (about.IsContainment)
            facts.Add(("Protective", "stays done when a later step fails"));
        if (about.IsHandOver)
            facts.Add(("Secret hand-over", "shown once when an entitled person presses the button"));
        if (about.TouchesCredentials)
            facts.Add(("Credentials", "makes or weakens a proof of identity"));
        if (about.ErasesDevice)
            facts.Add(("Erases", "what a person keeps on the device; never done to a personal one"));
        if (about.IsForGuests)
            facts.Add(("Guests", "may be done to a guest's account"));
        if (about.IsBeta)
            facts.Add(("Endpoint", "beta; off unless Graph:UseBetaEndpoints is true"));
        return facts;
    }

    private static string ReversibilityOf(RemediationDescriptor about) => about.Reversibility switch
    {
        Reversibility.Undoable => $"can be undone, by an operator within {SpanOf(about.UndoFor)}",
        Reversibility.SelfHealing => "no undo needed",
        _ => "cannot be undone",
    };

    private static string SpanOf(TimeSpan span)
    {
        var (value, unit) = span.TotalDays >= 1 ? (span.TotalDays, "d")
            : span.TotalHours >= 1 ? (span.TotalHours, "h")
            : span.TotalMinutes >= 1 ? (span.TotalMinutes, "min")
            : (span.TotalSeconds, "s");
        return string.Create(CultureInfo.InvariantCulture, $"{value:0.#} {unit}");
    }
}

using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Knowledge.Drafting;

/// <summary>A case that ended solved, as far as an article may be made of it. All texts are redacted and untrusted.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Language">Two letters: that of the ticket.</param>
/// <param name="Intent">Intent id.</param>
/// <param name="IntentTitle">Title of the intent in that language.</param>
/// <param name="Title">Title of the ticket.</param>
/// <param name="Text">What was asked, without comments.</param>
/// <param name="Notes">What the person wrote who solved it; empty when no person did or nothing was written.</param>
/// <param name="Steps">What automation did and read back; empty when a person solved it.</param>
/// <param name="Names">What belongs to this one case: names, addresses, numbers, devices. Nothing of it may be in an article.</param>
public sealed record SolvedCase(
    CaseId CaseId, string Language, string Intent, string IntentTitle, string Title, string Text, string Notes, IReadOnlyList<SolvingStep> Steps, IReadOnlyList<string> Names)
{
    /// <summary>What the index is asked, as for an answer.</summary>
    public string Question => $"{Title}\n{Text}";
}

/// <summary>A step that helped.</summary>
/// <param name="Remediation">Catalogue id.</param>
/// <param name="Text">What it does, for a reader.</param>
public sealed record SolvingStep(string Remediation, string Text);

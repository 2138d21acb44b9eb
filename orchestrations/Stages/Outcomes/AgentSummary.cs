using System.Globalization;
using System.Text;
using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Outcomes;

/// <summary>
/// Writes the note that saves the person who takes over the work: what is known, what was done and read back, what was not done and why, and what
/// policy said. Runbooks, remediations and intents are named by their titles.
/// </summary>
public sealed class AgentSummary(RunbookLibrary runbooks, RemediationCatalogue catalogue, IntentCatalogue intents)
{
    private const string NotReached = "not reached before the ticket was handed over";

    /// <summary>The note.</summary>
    /// <param name="record">The case.</param>
    /// <param name="input">What is handed over, and why.</param>
    /// <param name="casePage">Where everything stands.</param>
    /// <param name="isWithPerson">True when a person has the ticket already and keeps it.</param>
    public string Write(CaseRecord record, EscalateCase.Input input, Uri casePage, bool isWithPerson = false)
    {
        var text = new StringBuilder();
        text.Append(isWithPerson ? "Findings of the automated help desk. The ticket stays with you; nothing more is done automatically.\n" : "Handed over by the automated help desk.\n");
        if (record.Tone is { IsPressing: true, Words: { } words })
            text.Append(CultureInfo.InvariantCulture, $"Priority: please take this first. The requester sounds {words} (by the words of the ticket).\n");
        text.Append(CultureInfo.InvariantCulture, $"Why: {input.Why}\n\nKnown:\n");
        text.Append(record.RequesterName is { } name
            ? $"- Requester: {name} ({record.RequesterId}), verified in the directory.\n"
            : "- Requester: not verified in the directory. Make sure who asks before you act.\n");
        text.Append(record.Intent is { } intent
            ? string.Create(CultureInfo.InvariantCulture, $"- About: {intents.Find(intent)?.Title.English ?? intent}, confidence {record.Confidence:P0} ({record.TriagedBy}).\n")
            : $"- About: not certain ({record.TriagedBy ?? "nothing was asked"}).\n");
        if (input.Traits.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"- The text shows: {string.Join(", ", input.Traits)}.\n");
        if (record.RunbookId is { } runbook)
            text.Append(CultureInfo.InvariantCulture, $"- Runbook: {runbooks.Find(runbook)?.Title ?? runbook}.\n");

        if (record.IsWithoutArticle)
            text.Append("- Knowledge: no article was found that answers this.\n");

        if (record.Asked.Count > 0)
            text.Append("\nThe requester was asked:\n");
        foreach (var line in record.Asked)
            text.Append(CultureInfo.InvariantCulture, $"- {line}\n");

        text.Append("\nSteps:\n");
        if (record.Steps.Count == 0)
            text.Append("- Nothing was changed.\n");
        foreach (var line in Lines(record))
            text.Append(CultureInfo.InvariantCulture, $"- {line}\n");

        if (input.Findings.Count > 0)
            text.Append("\nPolicy said:\n");
        foreach (var finding in input.Findings)
            text.Append(CultureInfo.InvariantCulture, $"- {finding.Outcome} by {finding.Rule}: {finding.Reason}\n");
        text.Append(CultureInfo.InvariantCulture, $"\nEverything: {casePage}");
        return text.ToString();
    }

    /// <summary>One line for each step and each condition of the outcome of a resolved ticket.</summary>
    public IReadOnlyList<string> Lines(CaseRecord record) => [.. record.Steps.Select(Line), .. record.OutcomeLines.Select(Line).OfType<string>()];

    private string Line(CaseStep step)
    {
        var title = catalogue.Describe(step.Remediation)?.Title ?? step.Remediation;
        var what = step.TargetName.Length == 0 ? title : $"{title} on {step.TargetName}";
        var note = step.Note?.TrimEnd('.');
        return step.State switch
        {
            CaseStepState.Verified => $"Done: {what}{(note is null ? "" : $" ({note})")}",
            CaseStepState.AlreadyDone => $"No change needed: {what}{(note is null ? "" : $" ({note})")}",
            CaseStepState.Undone => $"Done and undone again: {what}{(note is null ? "" : $" ({note})")}",
            CaseStepState.Running or CaseStepState.Verifying => $"Started, not verified: {what} ({note ?? "its effect was not read back yet"})",
            CaseStepState.Failed => $"Not verified: {what} ({note ?? "its effect did not show"})",
            _ => $"Not done: {what} ({note ?? NotReached})",
        };
    }

    private static string? Line(CaseOutcomeLine line)
    {
        var meaning = OutcomeConditions.Find(line.Condition)?.Meaning ?? line.Condition;
        return line.State switch
        {
            OutcomeState.Holds => $"Read back: {meaning} ({line.Evidence.TrimEnd('.')})",
            OutcomeState.NotNeeded => null,
            _ => $"Not so: {meaning} ({line.Evidence.TrimEnd('.')})",
        };
    }
}

using System.Globalization;
using System.Text;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Outcomes;

/// <summary>Writes the note that saves the person who takes over the work: what is known, what was tried, what was refused and why.</summary>
internal static class AgentSummary
{
    public static string Write(CaseRecord record, EscalateCase.Input input, Uri casePage, bool isWithPerson = false)
    {
        var text = new StringBuilder();
        text.Append(isWithPerson ? "Findings of the automated help desk. The ticket stays with you; nothing more is done automatically.\n" : "Handed over by the automated help desk.\n");
        text.Append(CultureInfo.InvariantCulture, $"Why: {input.Why}\n\nKnown:\n");
        text.Append(record.RequesterName is { } name
            ? $"- Requester: {name} ({record.RequesterId}), verified in the directory.\n"
            : "- Requester: not verified in the directory. Make sure who asks before you act.\n");
        text.Append(record.Intent is { } intent
            ? string.Create(CultureInfo.InvariantCulture, $"- About: {intent}, confidence {record.Confidence:P0} ({record.TriagedBy}).\n")
            : $"- About: not certain ({record.TriagedBy ?? "nothing was asked"}).\n");
        if (input.Traits.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"- The text shows: {string.Join(", ", input.Traits)}.\n");
        if (record.RunbookId is { } runbook)
            text.Append(CultureInfo.InvariantCulture, $"- Runbook: {runbook}.\n");

        text.Append("\nTried:\n");
        if (record.Steps.Count == 0)
            text.Append("- Nothing was changed.\n");
        foreach (var step in record.Steps)
            text.Append(CultureInfo.InvariantCulture, $"- {step.Remediation} on {step.TargetName}: {step.State}{(step.Note is null ? "" : $". {step.Note}")}\n");

        if (input.Findings.Count > 0)
            text.Append("\nPolicy said:\n");
        foreach (var finding in input.Findings)
            text.Append(CultureInfo.InvariantCulture, $"- {finding.Outcome} by {finding.Rule}: {finding.Reason}\n");
        text.Append(CultureInfo.InvariantCulture, $"\nEverything: {casePage}");
        return text.ToString();
    }
}

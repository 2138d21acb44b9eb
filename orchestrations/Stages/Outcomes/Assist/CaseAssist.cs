using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Outcomes.Assist;

/// <summary>What helps the technician who gets a ticket: what it probably is, what was checked, and what to do next. Written once, when the ticket is handed over.</summary>
/// <param name="Diagnosis">One line: what it probably is and how sure that is.</param>
/// <param name="Checked">What was read, one line each; also what could not be read.</param>
/// <param name="NextSteps">Three things to do, the most useful first.</param>
/// <param name="Similar">Similar tickets that ended lately, the newest first, at most 3.</param>
/// <param name="Group">The group that handles it; null when none took it.</param>
/// <param name="Limits">What automation did not do, and why; at most 3.</param>
/// <param name="Language">Language of all of this.</param>
/// <param name="Draft">An answer to the requester, in their language.</param>
/// <param name="DraftLanguage">Two letters.</param>
public sealed record CaseAssist(
    string Diagnosis, IReadOnlyList<string> Checked, IReadOnlyList<NextStep> NextSteps, IReadOnlyList<SimilarCase> Similar, string? Group, IReadOnlyList<string> Limits,
    string Language, string Draft, string DraftLanguage)
{
    /// <summary>The requester's devices, at most 3.</summary>
    public IReadOnlyList<AssistDevice> Devices { get; init; } = [];
}

/// <summary>A device of the requester.</summary>
/// <param name="Id">Id in Intune.</param>
/// <param name="Name">Its name. Untrusted text.</param>
public sealed record AssistDevice(DeviceId Id, string Name);

/// <summary>One thing to do.</summary>
/// <param name="Text">What.</param>
/// <param name="Source">Where that comes from: a log, a runbook, an article, another ticket.</param>
/// <param name="Link">Where the source is read; null when it has no address.</param>
public sealed record NextStep(string Text, string Source, Uri? Link = null);

/// <summary>A similar ticket.</summary>
/// <param name="CaseId">Its case.</param>
/// <param name="Number">Number of its ticket.</param>
/// <param name="HowItEnded">How, in words.</param>
public sealed record SimilarCase(CaseId CaseId, string Number, string HowItEnded);

using System.Globalization;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Modes;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Operations;

namespace HelpDesk.Web.Layout;

/// <summary>How pages say what the house calls by a name, with the tone of its badge.</summary>
public static class Words
{
    /// <summary>Where a case stands.</summary>
    public static (string Text, string Tone) Of(CaseState state) => state switch
    {
        CaseState.Working => ("Working", "info"),
        CaseState.WaitingForApproval => ("Waiting for approval", "wait"),
        CaseState.WaitingForHandOver => ("Waiting for hand-over", "wait"),
        CaseState.WaitingForMultiAdminApproval => ("Waiting for a second administrator", "wait"),
        CaseState.Resolved => ("Resolved", "good"),
        CaseState.Escalated => ("With a person", "plain"),
        _ => ("Nothing to do", "plain"),
    };

    /// <summary>True when nothing more happens to a case by itself.</summary>
    public static bool IsAtRest(CaseRecord record) => record.State is CaseState.Resolved or CaseState.Escalated or CaseState.Ignored;

    /// <summary>What a case is about; that it is not known, or not known yet.</summary>
    public static string IntentOf(CaseRecord record) => record.Intent ?? (IsAtRest(record) ? "None of the known intents" : "Not known yet");

    /// <summary>What became of the plan of a case at rest.</summary>
    public static string EffectOf(CaseRecord record) =>
        record.Verified ? "Every step was read back"
        : record.Steps.All(step => step.State is CaseStepState.Planned or CaseStepState.Skipped) ? "Nothing was changed"
        : record.Steps.Any(step => step.State is CaseStepState.Failed) ? "A step failed; see the plan"
        : "Not every step was read back; see the plan";

    /// <summary>Which way a case took.</summary>
    public static string Of(CasePath path) => path switch
    {
        CasePath.Automatic => "Automatic",
        CasePath.Approval => "Approval",
        CasePath.Refused => "Refused",
        CasePath.Person => "Person",
        CasePath.Nothing => "Nothing done",
        CasePath.Undo => "Undo",
        _ => "Undecided",
    };

    /// <summary>How a step stands.</summary>
    public static (string Text, string Tone) Of(CaseStepState state) => state switch
    {
        CaseStepState.Planned => ("Planned", "plain"),
        CaseStepState.Running => ("Running", "info"),
        CaseStepState.Verifying => ("Checking the effect", "info"),
        CaseStepState.Verified => ("Done and verified", "good"),
        CaseStepState.AlreadyDone => ("Was done already", "good"),
        CaseStepState.Skipped => ("Not done", "plain"),
        CaseStepState.Failed => ("Failed", "bad"),
        _ => ("Undone", "wait"),
    };

    /// <summary>Where an approval stands.</summary>
    public static (string Text, string Tone) Of(ApprovalState state) => state switch
    {
        ApprovalState.Open => ("Waiting", "wait"),
        ApprovalState.Approved => ("Approved", "good"),
        ApprovalState.Denied => ("Denied", "bad"),
        ApprovalState.Expired => ("Expired, which is a no", "plain"),
        _ => ("Taken back", "plain"),
    };

    /// <summary>What policy says.</summary>
    public static (string Text, string Tone) Of(VerdictOutcome outcome) => outcome switch
    {
        VerdictOutcome.Allow => ("Allowed", "good"),
        VerdictOutcome.NeedsApproval => ("Needs approval", "wait"),
        _ => ("Refused", "bad"),
    };

    /// <summary>How far a runbook may go.</summary>
    public static (string Text, string Tone, string Meaning) Of(RunbookMode mode) => mode switch
    {
        RunbookMode.Off => ("Off", "plain", "Not used: a person does it."),
        RunbookMode.Shadow => ("Shadow", "plain", "Planned and judged for the record only; a person does it."),
        RunbookMode.Suggest => ("Suggest", "wait", "Done only after an approval, however harmless."),
        _ => ("Automatic", "good", "Done as the rules allow; high impact still needs its approval."),
    };

    /// <summary>How a timer's last run went.</summary>
    public static (string Text, string Tone) Of(TimerState state) => state switch
    {
        TimerState.NeverRan => ("Not yet", "plain"),
        TimerState.Running => ("Runs", "info"),
        TimerState.Succeeded => ("Done", "good"),
        TimerState.Failed => ("Failed", "bad"),
        _ => ("Stopped in the middle", "bad"),
    };

    /// <summary>Whether an effect can be taken back.</summary>
    public static string Of(Reversibility reversibility) => reversibility switch
    {
        Reversibility.Undoable => "Can be undone",
        Reversibility.SelfHealing => "Heals by itself",
        _ => "Cannot be undone",
    };

    /// <summary>A length of time in plain words: <c>4 min</c>, <c>1 h 20 min</c>, <c>3 d</c>.</summary>
    public static string Of(TimeSpan span) =>
        span < TimeSpan.FromMinutes(1) ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, (int)span.TotalSeconds)} s")
        : span < TimeSpan.FromHours(1) ? string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalMinutes} min")
        : span < TimeSpan.FromDays(2) ? (span.Minutes == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours} h")
            : string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours} h {span.Minutes} min"))
        : string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalDays} d");
}

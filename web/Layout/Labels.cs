using System.Globalization;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Modes;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Operations;

namespace HelpDesk.Web.Layout;

/// <summary>How pages name states and kinds, with the tone of the badge.</summary>
public static class Labels
{
    /// <summary>How a requester sounds, as a badge says it: <c>Angry, urgent</c>.</summary>
    public static string Tone(string words) => words.Length == 0 ? "" : $"{char.ToUpperInvariant(words[0])}{words[1..]}";

    /// <summary>State of a case.</summary>
    public static (string Text, string Tone) Of(CaseState state) => state switch
    {
        CaseState.Working => ("Working", "info"),
        CaseState.WaitingForApproval => ("Waiting for approval", "wait"),
        CaseState.WaitingForHandOver => ("Waiting for collection", "wait"),
        CaseState.WaitingForMultiAdminApproval => ("Waiting for Multi Admin Approval", "wait"),
        CaseState.WaitingForAnswer => ("Waiting for an answer", "wait"),
        CaseState.Joined => ("Joined to another ticket", "wait"),
        CaseState.CheckingOutcome => ("Checking the result", "wait"),
        CaseState.Resolved => ("Resolved", "good"),
        CaseState.Escalated => ("Escalated", "plain"),
        _ => ("Nothing to do", "plain"),
    };

    /// <summary>True when a case is closed or escalated, so that nothing more happens automatically.</summary>
    public static bool IsOver(CaseRecord record) => record.State is CaseState.Resolved or CaseState.Escalated or CaseState.Ignored;

    /// <summary>What classified a ticket.</summary>
    public static string ClassifierOf(string model) => model.StartsWith("embedded", StringComparison.Ordinal) ? "The built-in classifier" : model;

    /// <summary>Outcome of the plan of a closed or escalated case.</summary>
    public static string EffectOf(CaseRecord record) =>
        record.ReopenedAt is not null ? "Reopened by the requester, so the problem isn't solved"
        : record is { State: CaseState.Resolved, JoinedTo: not null } ? "Closed together with another ticket of the same person"
        : record.Verified ? "Every step and the outcome were verified"
        : record.Steps.All(step => step.State is CaseStepState.Planned or CaseStepState.Skipped) ? (record.Actions.Count > 0 ? "Automation changed nothing; see what was pressed" : "Nothing was changed")
        : record.OutcomeLines.Any(line => line.State == OutcomeState.Missed) ? "The steps were verified, and the problem isn't solved"
        : record.Steps.Any(step => step.State is CaseStepState.Failed) ? "A step failed; see the plan"
        : "Not every step was verified; see the plan";

    /// <summary>Name of a fact of an audit entry; the entries keep the names that auditors check by.</summary>
    public static string OfFact(string name) => name == "gate" ? "approval" : name;

    /// <summary>Which way a case took.</summary>
    public static string Of(CasePath path) => path switch
    {
        CasePath.Automatic => "Automatic",
        CasePath.Approval => "Approval",
        CasePath.Refused => "Refused",
        CasePath.Person => "Person",
        CasePath.Nothing => "Nothing done",
        CasePath.Undo => "Undo",
        CasePath.Action => "Step by an operator",
        CasePath.Knowledge => "Solved by knowledge",
        _ => "Undecided",
    };

    /// <summary>State of a condition of the outcome.</summary>
    public static (string Text, string Tone) Of(OutcomeState state) => state switch
    {
        OutcomeState.Holds => ("Verified", "good"),
        OutcomeState.Pending => ("Not yet", "wait"),
        OutcomeState.Missed => ("Not so", "bad"),
        _ => ("Not needed", "plain"),
    };

    /// <summary>State of a step.</summary>
    public static (string Text, string Tone) Of(CaseStepState state) => state switch
    {
        CaseStepState.Planned => ("Planned", "plain"),
        CaseStepState.Running => ("Running", "info"),
        CaseStepState.Verifying => ("Checking the effect", "info"),
        CaseStepState.Verified => ("Done and verified", "good"),
        CaseStepState.AlreadyDone => ("No change needed", "good"),
        CaseStepState.Skipped => ("Not done", "plain"),
        CaseStepState.Failed => ("Failed", "bad"),
        _ => ("Undone", "wait"),
    };

    /// <summary>State of an approval.</summary>
    public static (string Text, string Tone) Of(ApprovalState state) => state switch
    {
        ApprovalState.Open => ("Waiting", "wait"),
        ApprovalState.Approved => ("Approved", "good"),
        ApprovalState.Denied => ("Denied", "bad"),
        ApprovalState.Expired => ("Expired as denied", "plain"),
        _ => ("Withdrawn", "plain"),
    };

    /// <summary>Verdict of policy.</summary>
    public static (string Text, string Tone) Of(VerdictOutcome outcome) => outcome switch
    {
        VerdictOutcome.Allow => ("Allowed", "good"),
        VerdictOutcome.NeedsApproval => ("Needs approval", "wait"),
        _ => ("Refused", "bad"),
    };

    /// <summary>How far a runbook may go.</summary>
    public static (string Text, string Tone, string Meaning) Of(RunbookMode mode) => mode switch
    {
        RunbookMode.Off => ("Off", "plain", "Not used; a person does it."),
        RunbookMode.Shadow => ("Shadow", "plain", "Planned and checked against policy for the record only; a person does it."),
        RunbookMode.Suggest => ("Suggest", "wait", "Runs only after an approval, whatever the impact."),
        _ => ("Automatic", "good", "Runs when policy allows; high impact still needs an approval."),
    };

    /// <summary>Result of a timer's last run.</summary>
    public static (string Text, string Tone) Of(TimerState state) => state switch
    {
        TimerState.NeverRan => ("Hasn't run yet", "plain"),
        TimerState.Running => ("Running", "info"),
        TimerState.Succeeded => ("Done", "good"),
        TimerState.Failed => ("Failed", "bad"),
        _ => ("Interrupted", "bad"),
    };

    /// <summary>Whether an effect can be undone.</summary>
    public static string Of(Reversibility reversibility) => reversibility switch
    {
        Reversibility.Undoable => "Can be undone",
        Reversibility.SelfHealing => "No undo needed",
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

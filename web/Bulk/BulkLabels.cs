using HelpDesk.Orchestrations.Flows.Bulk;

namespace HelpDesk.Web.Bulk;

/// <summary>How pages name the states of bulk runs and their targets, with the tone of the badge.</summary>
public static class BulkLabels
{
    /// <summary>True for a target that ended, but not in the desired state.</summary>
    public static bool IsNotInDesiredState(BulkTargetRow row) => row.State is BulkTargetState.Failed or BulkTargetState.Undone or BulkTargetState.Skipped or BulkTargetState.Busy;

    /// <summary>State of a run.</summary>
    public static (string Text, string Tone) Of(BulkRun run) => run.Phase switch
    {
        BulkPhase.Reading => ("Checking the list", "info"),
        BulkPhase.Review => ("Waiting for review", "wait"),
        BulkPhase.WaitingForApproval => ("Waiting for approval", "wait"),
        BulkPhase.Running when run.Stopped is not null => ("Stopping", "wait"),
        BulkPhase.Running => ("Running", "info"),
        BulkPhase.Paused => ("Paused until the next hour", "wait"),
        _ => Of(run.End),
    };

    /// <summary>State of a target of a run.</summary>
    public static (string Text, string Tone) Of(BulkTargetState state, BulkRun run) => state switch
    {
        BulkTargetState.Done when run.Undoes is not null => ("Undone and verified", "good"),
        BulkTargetState.AlreadySo when run.Undoes is not null => ("No change needed", "good"),
        _ => Of(state),
    };

    /// <summary>Why a line was refused.</summary>
    public static string Of(BulkRefusal refusal) => refusal switch
    {
        BulkRefusal.NotReadable => "Unreadable",
        BulkRefusal.Unknown => "Unknown",
        BulkRefusal.Duplicate => "Duplicate",
        BulkRefusal.Guest => "Guest",
        BulkRefusal.Privileged => "Privileged",
        BulkRefusal.BreakGlass => "Emergency account",
        BulkRefusal.Vip => "Protected person",
        BulkRefusal.Functional => "Shared account",
        BulkRefusal.Synced => "Synchronised",
        BulkRefusal.NothingToDo => "Nothing to do",
        BulkRefusal.Policy => "Policy",
        BulkRefusal.ChangedSince => "Changed since",
        _ => "Not possible",
    };

    private static (string Text, string Tone) Of(BulkTargetState state) => state switch
    {
        BulkTargetState.Waiting => ("Waiting", "plain"),
        BulkTargetState.Running => ("Running", "info"),
        BulkTargetState.Done => ("Done and verified", "good"),
        BulkTargetState.AlreadySo => ("No change needed", "good"),
        BulkTargetState.Failed => ("Failed", "bad"),
        BulkTargetState.Undone => ("Failed and undone", "bad"),
        BulkTargetState.Skipped => ("Skipped", "plain"),
        _ => ("In use by a ticket", "wait"),
    };

    private static (string Text, string Tone) Of(BulkEnd? end) => end?.Kind switch
    {
        BulkEndKind.Completed when end.All.Bad + end.All.Skipped + end.All.Busy == 0 => ("Done and verified", "good"),
        BulkEndKind.Completed => ("Done, with exceptions", "wait"),
        BulkEndKind.NothingToDo => ("Nothing to do", "plain"),
        BulkEndKind.Discarded => ("Discarded", "plain"),
        BulkEndKind.Refused => ("Refused by policy", "bad"),
        BulkEndKind.Denied => ("Denied", "bad"),
        BulkEndKind.Expired => ("Expired as denied", "plain"),
        BulkEndKind.Stopped => ("Stopped", "wait"),
        BulkEndKind.TooManyFailures => ("Stopped: too many failures", "bad"),
        BulkEndKind.KillSwitch => ("Stopped by the kill switch", "bad"),
        BulkEndKind.ListChanged => ("Stopped: list changed after approval", "bad"),
        _ => ("Failed", "bad"),
    };
}

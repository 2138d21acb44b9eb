using HelpDesk.Orchestrations.Flows.Bulk;

namespace HelpDesk.Web.Bulk;

/// <summary>How pages say where bulk runs and their targets stand, with the tone of the badge.</summary>
public static class BulkLabels
{
    /// <summary>True for a target that ended otherwise than it was meant to.</summary>
    public static bool IsNotAsWanted(BulkTargetRow row) => row.State is BulkTargetState.Failed or BulkTargetState.Undone or BulkTargetState.Skipped or BulkTargetState.Busy;

    /// <summary>Where a run stands.</summary>
    public static (string Text, string Tone) Of(BulkRun run) => run.Phase switch
    {
        BulkPhase.Reading => ("Looking up the list", "info"),
        BulkPhase.Review => ("Waits for its operator", "wait"),
        BulkPhase.WaitingForApproval => ("Waiting for approval", "wait"),
        BulkPhase.Running when run.Stopped is not null => ("Stopping", "wait"),
        BulkPhase.Running => ("Running", "info"),
        BulkPhase.Paused => ("Waits for the hour's budget", "wait"),
        _ => Of(run.End),
    };

    /// <summary>How a target of a run stands.</summary>
    public static (string Text, string Tone) Of(BulkTargetState state, BulkRun run) => state switch
    {
        BulkTargetState.Done when run.Undoes is not null => ("Taken back and verified", "good"),
        BulkTargetState.AlreadySo when run.Undoes is not null => ("Was as before already", "good"),
        _ => Of(state),
    };

    /// <summary>Why a line is no target.</summary>
    public static string Of(BulkRefusal refusal) => refusal switch
    {
        BulkRefusal.NotReadable => "Not readable",
        BulkRefusal.Unknown => "Unknown",
        BulkRefusal.Duplicate => "Duplicate",
        BulkRefusal.Guest => "Guest",
        BulkRefusal.Privileged => "Privileged",
        BulkRefusal.BreakGlass => "Emergency account",
        BulkRefusal.Vip => "Protected person",
        BulkRefusal.Functional => "Nobody's own account",
        BulkRefusal.Synced => "Synchronised",
        BulkRefusal.NothingToDo => "Nothing to do",
        BulkRefusal.Policy => "Policy",
        BulkRefusal.ChangedSince => "Changed since",
        _ => "Not possible",
    };

    private static (string Text, string Tone) Of(BulkTargetState state) => state switch
    {
        BulkTargetState.Waiting => ("Waits", "plain"),
        BulkTargetState.Running => ("Running", "info"),
        BulkTargetState.Done => ("Done and verified", "good"),
        BulkTargetState.AlreadySo => ("Was so already", "good"),
        BulkTargetState.Failed => ("Failed", "bad"),
        BulkTargetState.Undone => ("Failed and undone", "bad"),
        BulkTargetState.Skipped => ("Skipped", "plain"),
        _ => ("Held by a ticket", "wait"),
    };

    private static (string Text, string Tone) Of(BulkEnd? end) => end?.Kind switch
    {
        BulkEndKind.Completed when end.All.Bad + end.All.Skipped + end.All.Busy == 0 => ("Done and verified", "good"),
        BulkEndKind.Completed => ("Done, with exceptions", "wait"),
        BulkEndKind.NothingToDo => ("Nothing to do", "plain"),
        BulkEndKind.Discarded => ("Thrown away", "plain"),
        BulkEndKind.Refused => ("Refused by policy", "bad"),
        BulkEndKind.Denied => ("Denied", "bad"),
        BulkEndKind.Expired => ("Expired, which is a no", "plain"),
        BulkEndKind.Stopped => ("Stopped", "wait"),
        BulkEndKind.TooManyFailures => ("Stopped: too many failures", "bad"),
        BulkEndKind.KillSwitch => ("Stopped by the kill switch", "bad"),
        BulkEndKind.ListChanged => ("Stopped: not what was approved", "bad"),
        _ => ("Failed", "bad"),
    };
}

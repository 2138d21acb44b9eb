using HelpDesk.Orchestrations.Flows.Bulk;

namespace HelpDesk.Web.Mass;

/// <summary>How pages say where mass runs and their targets stand, with the tone of the badge.</summary>
public static class MassWords
{
    /// <summary>True for a target that ended otherwise than it was meant to.</summary>
    public static bool IsNotAsWanted(MassTargetRow row) => row.State is MassTargetState.Failed or MassTargetState.Undone or MassTargetState.Skipped or MassTargetState.Busy;

    /// <summary>Where a run stands.</summary>
    public static (string Text, string Tone) Of(MassRun run) => run.Phase switch
    {
        MassPhase.Reading => ("Looking up the list", "info"),
        MassPhase.Review => ("Waits for its operator", "wait"),
        MassPhase.WaitingForApproval => ("Waiting for approval", "wait"),
        MassPhase.Running when run.Stopped is not null => ("Stopping", "wait"),
        MassPhase.Running => ("Running", "info"),
        MassPhase.Paused => ("Waits for the hour's budget", "wait"),
        _ => Of(run.End),
    };

    /// <summary>How a target of a run stands.</summary>
    public static (string Text, string Tone) Of(MassTargetState state, MassRun run) => state switch
    {
        MassTargetState.Done when run.Undoes is not null => ("Taken back and verified", "good"),
        MassTargetState.AlreadySo when run.Undoes is not null => ("Was as before already", "good"),
        _ => Of(state),
    };

    /// <summary>Why a line is no target.</summary>
    public static string Of(MassRefusal refusal) => refusal switch
    {
        MassRefusal.NotReadable => "Not readable",
        MassRefusal.Unknown => "Unknown",
        MassRefusal.Duplicate => "Duplicate",
        MassRefusal.Guest => "Guest",
        MassRefusal.Privileged => "Privileged",
        MassRefusal.BreakGlass => "Emergency account",
        MassRefusal.Vip => "Protected person",
        MassRefusal.Functional => "Nobody's own account",
        MassRefusal.Synced => "Synchronised",
        MassRefusal.NothingToDo => "Nothing to do",
        MassRefusal.Policy => "Policy",
        MassRefusal.ChangedSince => "Changed since",
        _ => "Not possible",
    };

    private static (string Text, string Tone) Of(MassTargetState state) => state switch
    {
        MassTargetState.Waiting => ("Waits", "plain"),
        MassTargetState.Running => ("Running", "info"),
        MassTargetState.Done => ("Done and verified", "good"),
        MassTargetState.AlreadySo => ("Was so already", "good"),
        MassTargetState.Failed => ("Failed", "bad"),
        MassTargetState.Undone => ("Failed and undone", "bad"),
        MassTargetState.Skipped => ("Skipped", "plain"),
        _ => ("Held by a ticket", "wait"),
    };

    private static (string Text, string Tone) Of(MassEnd? end) => end?.Kind switch
    {
        MassEndKind.Completed when end.All.Bad + end.All.Skipped + end.All.Busy == 0 => ("Done and verified", "good"),
        MassEndKind.Completed => ("Done, with exceptions", "wait"),
        MassEndKind.NothingToDo => ("Nothing to do", "plain"),
        MassEndKind.Discarded => ("Thrown away", "plain"),
        MassEndKind.Refused => ("Refused by policy", "bad"),
        MassEndKind.Denied => ("Denied", "bad"),
        MassEndKind.Expired => ("Expired, which is a no", "plain"),
        MassEndKind.Stopped => ("Stopped", "wait"),
        MassEndKind.TooManyFailures => ("Stopped: too many failures", "bad"),
        MassEndKind.KillSwitch => ("Stopped by the kill switch", "bad"),
        MassEndKind.ListChanged => ("Stopped: not what was approved", "bad"),
        _ => ("Failed", "bad"),
    };
}

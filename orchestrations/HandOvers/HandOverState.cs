namespace HelpDesk.Orchestrations.HandOvers;

/// <summary>Where the hand-over of a pass stands.</summary>
public enum HandOverState
{
    /// <summary>Waits for an entitled person.</summary>
    Open,

    /// <summary>Somebody pressed "Show pass"; the pass is being made.</summary>
    Showing,

    /// <summary>The pass was shown, once.</summary>
    Collected,

    /// <summary>Not collected in time, or taken back.</summary>
    Withdrawn,
}

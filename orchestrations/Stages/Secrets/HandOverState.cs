namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>Where the hand-over of a secret stands.</summary>
public enum HandOverState
{
    /// <summary>Waits for an entitled person.</summary>
    Open,

    /// <summary>Somebody pressed "show"; the secret is being made or read.</summary>
    Showing,

    /// <summary>The secret was shown, once.</summary>
    Collected,

    /// <summary>Not collected in time, or taken back.</summary>
    Withdrawn,
}

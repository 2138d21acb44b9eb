namespace HelpDesk.EndToEnd.Tests.Kills;

/// <summary>Where the process is killed.</summary>
public enum KillPoint
{
    /// <summary>The webhook was answered with 202 a moment ago.</summary>
    WebhookAccepted,

    /// <summary>The ticket is read; it is not understood yet.</summary>
    DuringTriage,

    /// <summary>A containment step has happened; whether its answer was seen is open, and no approval waits yet.</summary>
    AfterContainment,

    /// <summary>An approval waits.</summary>
    WaitingForApproval,

    /// <summary>The decision was answered a moment ago.</summary>
    JustDecided,

    /// <summary>The first effect has happened; whether its answer was seen is open.</summary>
    AfterTheFirstEffect,

    /// <summary>The last effect has happened and is not read back.</summary>
    BeforeTheLastReadBack,

    /// <summary>Everything is done and the ticket system does not answer.</summary>
    DuringClosing,
}

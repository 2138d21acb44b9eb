namespace HelpDesk.Orchestrations.Stages.Operations;

/// <summary>How a timer's last run went.</summary>
public enum TimerState
{
    /// <summary>It has not run yet.</summary>
    NeverRan,

    /// <summary>It runs now.</summary>
    Running,

    /// <summary>It did what it is for.</summary>
    Succeeded,

    /// <summary>It failed; the next run tries again.</summary>
    Failed,

    /// <summary>It began and never said how it ended: its process was stopped.</summary>
    Died,
}

namespace HelpDesk.Orchestrations.Stages.Operations;

/// <summary>A timer as operators see it.</summary>
/// <param name="Plan">What it is.</param>
/// <param name="Last">Its last run; null before the first.</param>
/// <param name="State">How that went.</param>
/// <param name="NextAt">When it is to run next, UTC; null before the first run.</param>
/// <param name="IsOverdue">True when it should have run by now.</param>
public sealed record TimerStatus(TimerPlan Plan, TimerRun? Last, TimerState State, DateTimeOffset? NextAt, bool IsOverdue)
{
    /// <summary>True when an operator should look at it.</summary>
    public bool NeedsAttention => IsOverdue || State is TimerState.Failed or TimerState.Died;
}

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

/// <summary>A timer that a head runs; the head registers one for each.</summary>
/// <param name="Name">Its name, kebab-case; that of its runs.</param>
/// <param name="What">What it does, for people.</param>
/// <param name="Every">How far apart its runs are.</param>
public sealed record TimerPlan(string Name, string What, TimeSpan Every);

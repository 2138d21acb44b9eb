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

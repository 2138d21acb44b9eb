namespace HelpDesk.Orchestrations.Stages.Execution.Leases;

/// <summary>Who may change a target now, and who waits for it, the first in front.</summary>
/// <param name="Holder">Who; null when it is free.</param>
/// <param name="Waiting">Who waits.</param>
public sealed record TargetLease(LeaseHolder? Holder, IReadOnlyList<LeaseWaiter> Waiting)
{
    /// <summary>Nobody holds it and nobody waits.</summary>
    public static TargetLease Free { get; } = new(null, []);
}

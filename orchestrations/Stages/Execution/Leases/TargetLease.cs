using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Execution.Leases;

/// <summary>Who may change a target now, and who waits for it, the first in front.</summary>
/// <param name="Holder">Who; null when it is free.</param>
/// <param name="Waiting">Who waits.</param>
public sealed record TargetLease(LeaseHolder? Holder, IReadOnlyList<LeaseWaiter> Waiting)
{
    /// <summary>No one holds it and no one waits.</summary>
    public static TargetLease Free { get; } = new(null, []);
}

/// <summary>Who holds a target: one step of one workflow.</summary>
/// <param name="InstanceId">The workflow; when it has ended, its lease is free.</param>
/// <param name="CaseId">The case it works for, as others are told.</param>
/// <param name="Step">The step, unique in the case.</param>
public sealed record LeaseHolder(string InstanceId, CaseId CaseId, string Step);

/// <summary>Whether a target was taken.</summary>
/// <param name="IsTaken">True when the asker holds it now.</param>
/// <param name="HeldBy">Case id of who holds it or comes before the asker; null when taken.</param>
public sealed record LeaseStatus(bool IsTaken, string? HeldBy);

/// <summary>Who waits for a target.</summary>
/// <param name="Holder">Who.</param>
/// <param name="AskedAt">When it last asked, UTC: one that stopped asking is not waited for.</param>
/// <param name="GoesFirst">True for a containment step: it does not queue behind the others.</param>
public sealed record LeaseWaiter(LeaseHolder Holder, DateTimeOffset AskedAt, bool GoesFirst);

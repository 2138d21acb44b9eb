namespace HelpDesk.Orchestrations.Stages.Execution.Leases;

/// <summary>Who waits for a target.</summary>
/// <param name="Holder">Who.</param>
/// <param name="AskedAt">When it last asked, UTC: one that stopped asking is not waited for.</param>
/// <param name="GoesFirst">True for a step that contains a danger: it does not queue behind comfort.</param>
public sealed record LeaseWaiter(LeaseHolder Holder, DateTimeOffset AskedAt, bool GoesFirst);

using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Stages.Execution.Leases;

/// <summary>
/// One change at a time per account or device, whoever makes it: tickets, bulk remediations and undos. A step takes the target before
/// it looks at it, and gives it back once its effect was read back, so that no second step judges or changes what is in between. A
/// record per target in the store, because the two may run in two processes; the queue is in it, so that who came first goes first.
/// </summary>
public sealed class TargetLeases(IRecordStore store, IWorkflowClient workflows, TimeProvider time)
{
    /// <summary>
    /// Longest a target is held while an effect is read back. Chosen because identities show a change within ten minutes, and devices
    /// may need days: Intune queues their actions itself, and nobody may wait days to lock a stolen one.
    /// </summary>
    public static readonly TimeSpan LongestHold = TimeSpan.FromMinutes(10);

    /// <summary>How long somebody who waits may stay silent before the queue forgets them: longer than any pause between two questions.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    private static readonly string Partition = Tenant.Partition("leases");

    /// <summary>Takes a target, or queues for it. Asking again is how one waits; holding it already is success.</summary>
    /// <param name="kind">What the target is.</param>
    /// <param name="targetId">Its object id.</param>
    /// <param name="holder">Who asks.</param>
    /// <param name="goesFirst">True for a containment step.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public async Task<LeaseStatus> TakeAsync(TargetKind kind, TargetId targetId, LeaseHolder holder, bool goesFirst, CancellationToken cancellation)
    {
        var row = RowOf(kind, targetId);
        var found = await store.ReadAsync<TargetLease>(Tables.Flags, Partition, row, cancellation);
        var ended = found?.Value.Holder is { } other && other != holder && await HasEndedAsync(other, cancellation) ? other : null;

        var look = new LeaseStatus(true, null);
        await store.UpdateAsync<TargetLease>(
            Tables.Flags, Partition, row,
            before =>
            {
                var lease = before ?? TargetLease.Free;
                if (lease.Holder is { } now && now == ended)
                    lease = lease with { Holder = null };
                (lease, look) = Asked(lease, holder, goesFirst);
                return lease;
            },
            cancellation);
        return look;
    }

    /// <summary>Gives a target back, or leaves its queue. Who does neither hold nor wait changes nothing.</summary>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public async Task ReleaseAsync(TargetKind kind, TargetId targetId, LeaseHolder holder, CancellationToken cancellation)
    {
        var row = RowOf(kind, targetId);
        if (await store.ReadAsync<TargetLease>(Tables.Flags, Partition, row, cancellation) is not { } found || !Concerns(found.Value, holder))
            return;
        await store.UpdateAsync<TargetLease>(
            Tables.Flags, Partition, row,
            before => before is null || !Concerns(before, holder)
                ? before ?? TargetLease.Free
                : new TargetLease(before.Holder == holder ? null : before.Holder, [.. before.Waiting.Where(waiter => waiter.Holder != holder)]),
            cancellation);
    }

    private (TargetLease Lease, LeaseStatus Look) Asked(TargetLease lease, LeaseHolder holder, bool goesFirst)
    {
        if (lease.Holder == holder)
            return (lease, new LeaseStatus(true, null));

        var now = time.GetUtcNow();
        var known = lease.Waiting.Any(waiter => waiter.Holder == holder);
        var waiting = lease.Waiting
            .Where(waiter => waiter.Holder == holder || now - waiter.AskedAt < Silence)
            .Select(waiter => waiter.Holder == holder ? waiter with { AskedAt = now } : waiter)
            .ToList();
        if (!known)
            waiting.Insert(goesFirst ? waiting.Count(waiter => waiter.GoesFirst) : waiting.Count, new LeaseWaiter(holder, now, goesFirst));

        if (lease.Holder is null && waiting[0].Holder == holder)
            return (new TargetLease(holder, waiting[1..]), new LeaseStatus(true, null));
        return (new TargetLease(lease.Holder, waiting), new LeaseStatus(false, (lease.Holder ?? waiting[0].Holder).CaseId));
    }

    // Purged counts as ended; suspended does not, because an operator may let it go on in the middle of its step.
    private async Task<bool> HasEndedAsync(LeaseHolder holder, CancellationToken cancellation) =>
        await workflows.GetStatusAsync(holder.InstanceId, cancellation) is null or { State: WorkflowState.Completed or WorkflowState.Failed or WorkflowState.Terminated };

    private static bool Concerns(TargetLease lease, LeaseHolder holder) => lease.Holder == holder || lease.Waiting.Any(waiter => waiter.Holder == holder);

    private static string RowOf(TargetKind kind, TargetId targetId) => $"{kind.ToString().ToLowerInvariant()}-{targetId.Value.ToLowerInvariant()}";
}

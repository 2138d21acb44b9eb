using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>What became of a ticket while its case was worked on: it stops the automation at its next safe point. The first reason counts.</summary>
public sealed class TicketStops(IRecordStore store, CaseSignal signal, TimeProvider time)
{
    private static readonly string Partition = Tenant.Partition("ticket-stop");

    /// <summary>Records it and wakes the case.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="kind">What became of the ticket.</param>
    /// <param name="why">The same in one sentence, for the person who reads the case.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The reason that counts.</returns>
    public async Task<TicketStop> RequestAsync(CaseId caseId, TicketStopKind kind, string why, CancellationToken cancellation)
    {
        var stop = new TicketStop(kind, why, time.GetUtcNow());
        await signal.StoreAsync(
            caseId,
            async () => stop = await store.UpdateAsync<TicketStop>(Tables.Flags, Partition, caseId, before => before is null || Yields(before, kind) ? stop : before, cancellation),
            cancellation);
        return stop;
    }

    // Who says that it works stops nothing for good: what a person does with the ticket afterwards counts more.
    private static bool Yields(TicketStop before, TicketStopKind kind) =>
        before.Kind == TicketStopKind.Lifted || (before.Kind == TicketStopKind.Solved && kind != TicketStopKind.Solved);

    /// <summary>The reason, or null.</summary>
    public async Task<TicketStop?> FindAsync(CaseId caseId, CancellationToken cancellation) =>
        await store.ReadAsync<TicketStop>(Tables.Flags, Partition, caseId, cancellation) is { Value: { Kind: not TicketStopKind.Lifted } stop } ? stop : null;

    /// <summary>Takes the reason back, because the case is planned anew.</summary>
    public async Task LiftAsync(CaseId caseId, CancellationToken cancellation)
    {
        if (await FindAsync(caseId, cancellation) is { } stop)
            await store.UpdateAsync<TicketStop>(Tables.Flags, Partition, caseId, before => (before ?? stop) with { Kind = TicketStopKind.Lifted }, cancellation);
    }
}

/// <summary>Why a case stops.</summary>
/// <param name="Kind">What became of the ticket.</param>
/// <param name="Why">The same in one sentence.</param>
/// <param name="At">When it was noticed, UTC.</param>
public sealed record TicketStop(TicketStopKind Kind, string Why, DateTimeOffset At)
{
    /// <summary>True when a person has the ticket already: it is not assigned again, and the requester is not written to.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsWithPerson => Kind is TicketStopKind.Resolved or TicketStopKind.Assigned;
}

/// <summary>What became of a ticket while its case was worked on.</summary>
public enum TicketStopKind
{
    /// <summary>A person resolved or closed it.</summary>
    Resolved,

    /// <summary>It is assigned to a person.</summary>
    Assigned,

    /// <summary>The requester does not want it any more.</summary>
    Withdrawn,

    /// <summary>The requester changed what they ask for.</summary>
    Changed,

    /// <summary>What the requester writes cannot be read, so nobody would hear them.</summary>
    Unheard,

    /// <summary>It no longer counts.</summary>
    Lifted,

    /// <summary>The requester says that it works: nothing more is begun, and what was done is still read back.</summary>
    Solved,
}

/// <summary>Reads the ticket of a case again and says why the case must stop. Belongs to the stage that reads tickets; execution asks before every effect.</summary>
public interface ITicketStanding
{
    /// <summary>Reads it now. What is found is recorded.</summary>
    /// <returns>Why the case must stop; null when it may go on, or has no ticket of its own.</returns>
    /// <exception cref="Foundation.VendorException">The ticket system cannot be read.</exception>
    Task<TicketStop?> ReadAsync(CaseId caseId, CancellationToken cancellation);
}

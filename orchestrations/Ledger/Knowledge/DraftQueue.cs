using System.Globalization;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Knowledge;

/// <summary>
/// Cases that ended and are to be read for what can be learnt from them, in the order of time. Nothing is kept while no place for drafts is set up.
/// A case is in the queue until it is done with; a stop in between makes it be read again.
/// </summary>
public sealed class DraftQueue(IRecordStore store, TimeProvider time, IEnumerable<IKnowledgeDrafts> writers)
{
    private const string Cursor = "draft-queue";

    // Longer than a write takes that gave its row a time before now.
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(5);

    private static readonly string Queue = Tenant.Partition("knowledge|ended");
    private static readonly string States = Tenant.Partition("knowledge|ended-cases");

    /// <summary>True when there is a place for drafts.</summary>
    public bool IsOn { get; } = writers.Any();

    /// <summary>A case ended, or its ticket was resolved: it is read at the next run, unless that is done already.</summary>
    public Task NoteAsync(CaseId caseId, CancellationToken cancellation) => IsOn ? PutAsync(caseId, time.GetUtcNow(), cancellation) : Task.CompletedTask;

    /// <summary>A ticket was resolved by a person: its case is read at the next run, if it is in the queue.</summary>
    public async Task WakeAsync(CaseId caseId, CancellationToken cancellation)
    {
        // Also when it is due already: whoever reads it now may have read the ticket before it was resolved.
        if (IsOn && await StateAsync(caseId, cancellation) is { IsDone: false })
            await PutAsync(caseId, time.GetUtcNow(), cancellation);
    }

    /// <summary>A case is read again later; at once, when it was woken since it was taken.</summary>
    /// <param name="due">The case as it was taken.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task LaterAsync(DueCase due, DateTimeOffset at, CancellationToken cancellation)
    {
        var state = await store.UpdateAsync<EndedCase>(
            Tables.Context, States, due.CaseId, before => before is null ? new EndedCase(due.FirstAt, at) : before.IsDone || before.DueAt != due.DueAt ? before : before with { DueAt = at }, cancellation);
        if (!state.IsDone)
            await store.AddAsync(Tables.Context, new Record(Queue, RowOf(state.DueAt, due.CaseId), "{}"), cancellation);
    }

    /// <summary>A case is done with.</summary>
    public Task DoneAsync(CaseId caseId, string why, CancellationToken cancellation) => store.UpdateAsync<EndedCase>(
        Tables.Context, States, caseId, before => before is null or { IsDone: false } ? (before ?? new EndedCase(time.GetUtcNow(), time.GetUtcNow())) with { IsDone = true, Why = why } : before, cancellation);

    /// <summary>How a case is in the queue; null when it is not.</summary>
    public async Task<EndedCase?> StateAsync(CaseId caseId, CancellationToken cancellation) => (await store.ReadAsync<EndedCase>(Tables.Context, States, caseId, cancellation))?.Value;

    /// <summary>The cases that are due, the oldest first.</summary>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<IReadOnlyList<DueCase>> DueAsync(int most, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var from = (await store.ReadAsync<QueuePlace>(Tables.Context, Tenant.Partition("knowledge"), Cursor, cancellation))?.Value.Row;
        var (due, last, isAll) = (new Dictionary<string, DueCase>(StringComparer.Ordinal), from, true);
        await foreach (var record in store.QueryAsync(Tables.Context, Queue, from, RowOf(now.AddTicks(1), ""), cancellation))
        {
            var caseId = new CaseId(record.Row[(record.Row.IndexOf('|', StringComparison.Ordinal) + 1)..]);
            if (await StateAsync(caseId, cancellation) is { IsDone: false } state && state.DueAt <= now)
            {
                if (due.Count == most)
                {
                    isAll = false;
                    break;
                }

                due.TryAdd(caseId, new DueCase(caseId, state.FirstAt, state.DueAt));
            }
            else if (due.Count == 0)
            {
                last = record.Row;
            }
        }

        // Only behind what is done with, and never so near to now that a row could still be written before it.
        var settled = RowOf(now - Settled, "");
        var place = due.Count == 0 && isAll ? settled : string.CompareOrdinal(last, settled) < 0 ? last : settled;
        if (place is not null && string.CompareOrdinal(place, from) > 0)
            await store.UpdateAsync<QueuePlace>(Tables.Context, Tenant.Partition("knowledge"), Cursor, before => before is not null && string.CompareOrdinal(before.Row, place) >= 0 ? before : new QueuePlace(place), cancellation);
        return [.. due.Values];
    }

    // The state first: a row without one would be taken for done.
    private async Task PutAsync(CaseId caseId, DateTimeOffset at, CancellationToken cancellation)
    {
        var state = await store.UpdateAsync<EndedCase>(
            Tables.Context, States, caseId, before => before is null ? new EndedCase(at, at) : before.IsDone || before.DueAt == at ? before : before with { DueAt = at }, cancellation);
        if (!state.IsDone)
            await store.AddAsync(Tables.Context, new Record(Queue, RowOf(at, caseId), "{}"), cancellation);
    }

    private static string RowOf(DateTimeOffset at, string rest) => string.Create(CultureInfo.InvariantCulture, $"{at.UtcTicks:D19}|{rest}");

    private sealed record QueuePlace(string Row);
}

/// <summary>How an ended case is in the queue.</summary>
/// <param name="FirstAt">When it came, UTC.</param>
/// <param name="DueAt">When it is read, UTC.</param>
public sealed record EndedCase(DateTimeOffset FirstAt, DateTimeOffset DueAt)
{
    /// <summary>True when it is done with.</summary>
    public bool IsDone { get; init; }

    /// <summary>What came of it, one sentence; empty before.</summary>
    public string Why { get; init; } = "";
}

/// <summary>A case that is due.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="FirstAt">When it came, UTC.</param>
/// <param name="DueAt">Since when it is due, UTC.</param>
public sealed record DueCase(CaseId CaseId, DateTimeOffset FirstAt, DateTimeOffset DueAt);

using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Cases.Finding;

/// <summary>
/// Counts cases in runs of 256, so that a total over years reads some hundred records. The newest cases are left out, because they change; a later change
/// is noted by who makes it and counted anew here. Run by a timer and now and then at an opening; every step may be repeated.
/// </summary>
internal sealed class CaseTallies(IRecordStore store, TimeProvider time)
{
    /// <summary>Cases of one tally. Chosen so that 100,000 cases are 390 tallies of some KiB.</summary>
    public const int Length = 256;

    /// <summary>The newest cases that no tally has: most changes come while a case is among them.</summary>
    public const int LeftOut = 256;

    /// <summary>Partition of the tallies; the row is the oldest place that one counts, and it counts from behind the tally before it.</summary>
    public static readonly string Partition = Tenant.Partition("tallies");

    // Longer than a write is under way and two clocks differ.
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(5);

    /// <summary>Tallies what has become old enough, and counts anew what was changed.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (await ClaimAsync(now, cancellation) is not { } mark)
            return;
        if (mark.Claimed != mark.Tallied)
            await AddAsync(mark, cancellation);
        var noted = now - Settled;
        await RecountAsync(mark.Claimed, mark.NotedUntil, noted, cancellation);
        await store.UpdateAsync<TallyMark>(
            Tables.Lookup, CaseIndex.Mark, "mark",
            before => before is null || before.Claimed != mark.Claimed ? before ?? mark : before with { Tallied = mark.Claimed, NotedUntil = noted > before.NotedUntil ? noted : before.NotedUntil },
            cancellation);
    }

    /// <summary>The first text behind a place, in the order of rows: no place has a control character.</summary>
    public static string After(string place) => place + '\u0001';

    // One at a time; who stopped in the middle is followed after a while, from where all is tallied.
    private async Task<TallyMark?> ClaimAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var read = await store.ReadAsync<TallyMark>(Tables.Lookup, CaseIndex.Mark, "mark", cancellation);
        var mark = read?.Value ?? TallyMark.None;
        if (mark.Claimed != mark.Tallied && now - mark.ClaimedAt < Settled)
            return null;
        var places = new List<string>();
        await foreach (var row in store.QueryAsync(Tables.Cases, CaseIndex.Places, null, mark.Tallied, cancellation))
            places.Add(row.Row);
        var runs = (places.Count - LeftOut) / Length;
        if (runs <= 0)
            return mark.Tallied is null ? null : mark with { Claimed = mark.Tallied };
        var claim = mark with { Claimed = places[^(runs * Length)], ClaimedAt = now };
        var json = DurableJson.Write(claim);
        var written = read is null
            ? await store.AddAsync(Tables.Lookup, new Record(CaseIndex.Mark, "mark", json), cancellation)
            : await store.ReplaceAsync(Tables.Lookup, new Record(CaseIndex.Mark, "mark", json, read.ETag), cancellation);
        return written is null ? null : claim;
    }

    // Read after the claim: who changes a line from now on notes it.
    private async Task AddAsync(TallyMark mark, CancellationToken cancellation)
    {
        var lines = new List<(string Place, CaseLine Line)>();
        await foreach (var row in store.QueryAsync(Tables.Cases, CaseIndex.Places, mark.Claimed, mark.Tallied, cancellation))
            lines.Add((row.Row, DurableJson.Read<CaseLine>(row.Json)));
        foreach (var run in lines.Chunk(Length))
            await PutAsync(run[^1].Place, CaseTally.Of(run), cancellation);
    }

    /// <summary>Counts every tally anew.</summary>
    public async Task RecountAllAsync(CancellationToken cancellation)
    {
        var mark = (await store.ReadAsync<TallyMark>(Tables.Lookup, CaseIndex.Mark, "mark", cancellation))?.Value;
        if (mark?.Claimed is not { } claimed)
            return;
        string? previous = null;
        await foreach (var tally in store.QueryAsync(Tables.Lookup, Partition, null, null, cancellation))
        {
            await PutAsync(tally.Row, CaseTally.Of(await RunOfAsync(previous, claimed, tally.Row, cancellation)), cancellation);
            previous = tally.Row;
        }
    }

    private async Task RecountAsync(string? claimed, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation)
    {
        var changed = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var note in store.QueryAsync(Tables.Lookup, CaseIndex.Notes, CaseIndex.NoteRow(from, ""), CaseIndex.NoteRow(until, ""), cancellation))
            changed.Add(CaseIndex.PlaceOf(note.Row));
        if (changed.Count == 0 || claimed is null)
            return;
        string? previous = null;
        await foreach (var tally in store.QueryAsync(Tables.Lookup, Partition, null, null, cancellation))
        {
            if (changed.GetViewBetween(previous is null ? claimed : After(previous), After(tally.Row)).Count > 0)
                await PutAsync(tally.Row, CaseTally.Of(await RunOfAsync(previous, claimed, tally.Row, cancellation)), cancellation);
            previous = tally.Row;
        }
    }

    private async Task<List<(string Place, CaseLine Line)>> RunOfAsync(string? previous, string claimed, string last, CancellationToken cancellation)
    {
        var lines = new List<(string Place, CaseLine Line)>();
        await foreach (var row in store.QueryAsync(Tables.Cases, CaseIndex.Places, previous is null ? claimed : After(previous), After(last), cancellation))
            lines.Add((row.Row, DurableJson.Read<CaseLine>(row.Json)));
        return lines;
    }

    private async Task PutAsync(string row, CaseTally tally, CancellationToken cancellation) =>
        await store.UpdateAsync<CaseTally>(Tables.Lookup, Partition, row, _ => tally, cancellation);
}

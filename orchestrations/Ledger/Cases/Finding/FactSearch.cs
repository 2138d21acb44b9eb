using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Cases.Finding;

/// <summary>
/// Finds and counts cases by state, path, intent and date. The newest are read line by line, the others by tallies; lines of a tally are read only
/// where the page begins or ends, at the edges of the dates, and where a case was changed and not counted anew yet.
/// </summary>
internal sealed class FactSearch(IRecordStore store)
{
    /// <summary>Runs a search without text.</summary>
    public async Task<FoundPlaces> RunAsync(CaseQuery query, CancellationToken cancellation)
    {
        var page = new PageOfPlaces(query.After, query.PageSize);
        var mark = (await store.ReadAsync<TallyMark>(Tables.Lookup, CaseIndex.Mark, "mark", cancellation))?.Value ?? TallyMark.None;
        var changed = await ChangedAsync(mark, cancellation);
        await ReadAsync(query, query.FirstPlace, Earlier(mark.Tallied, query.EndPlace), page, cancellation);
        if (mark.Tallied is not { } begin || (query.EndPlace is { } early && string.CompareOrdinal(early, begin) <= 0))
            return page.End();

        // Each tally counts from where the one before it ended.
        await foreach (var row in store.QueryAsync(Tables.Lookup, CaseTallies.Partition, Later(begin, query.FirstPlace), null, cancellation))
        {
            var end = CaseTallies.After(row.Row);
            var isWhole = !IsBehind(query.FirstPlace, begin) && !IsBehind(end, query.EndPlace) && changed.GetViewBetween(begin, end).Count == 0;
            if (isWhole)
                await TakeAsync(query, DurableJson.Read<CaseTally>(row.Json), begin, row.Row, page, cancellation);
            else
                await ReadAsync(query, Later(begin, query.FirstPlace), Earlier(end, query.EndPlace), page, cancellation);
            begin = end;
            if (query.EndPlace is { } last && !IsBehind(last, begin))
                return page.End();
        }

        // Cases that were taken in later than tallied ones and are older.
        await ReadAsync(query, Later(begin, query.FirstPlace), query.EndPlace, page, cancellation);
        return page.End();
    }

    private async Task TakeAsync(CaseQuery query, CaseTally tally, string begin, string last, PageOfPlaces page, CancellationToken cancellation)
    {
        var kinds = tally.Kinds.Where(kind => query.Takes(kind.Key)).ToList();
        if (kinds.Count == 0)
            return;
        if (!page.Wants(last))
        {
            page.Count(kinds.Sum(kind => kind.Value));
        }
        else if (kinds.TrueForAll(kind => tally.Few.ContainsKey(kind.Key)))
        {
            foreach (var place in kinds.SelectMany(kind => tally.Few[kind.Key]).Order(StringComparer.Ordinal))
                page.Add(place);
        }
        else
        {
            await ReadAsync(query, begin, CaseTallies.After(last), page, cancellation);
        }
    }

    private async Task ReadAsync(CaseQuery query, string? first, string? end, PageOfPlaces page, CancellationToken cancellation)
    {
        if (first is not null && end is not null && string.CompareOrdinal(first, end) >= 0)
            return;
        await foreach (var row in store.QueryAsync(Tables.Cases, CaseIndex.Places, first, end, cancellation))
        {
            if (query.Takes(DurableJson.Read<CaseLine>(row.Json)))
                page.Add(row.Row);
        }
    }

    private async Task<SortedSet<string>> ChangedAsync(TallyMark mark, CancellationToken cancellation)
    {
        var changed = new SortedSet<string>(StringComparer.Ordinal);
        if (mark.Tallied is null)
            return changed;
        await foreach (var note in store.QueryAsync(Tables.Lookup, CaseIndex.Notes, CaseIndex.NoteRow(mark.NotedUntil, ""), null, cancellation))
            changed.Add(CaseIndex.PlaceOf(note.Row));
        return changed;
    }

    private static bool IsBehind(string? one, string? other) => one is not null && other is not null && string.CompareOrdinal(one, other) > 0;

    private static string? Earlier(string? one, string? other) => one is null ? other : IsBehind(one, other) ? other : one;

    private static string Later(string one, string? other) => IsBehind(other, one) ? other! : one;
}

using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Cases.Finding;

/// <summary>Finds cases by number and words. What it costs depends on the rarest word, not on how many cases there are.</summary>
internal sealed class TermSearch(IRecordStore store)
{
    /// <summary>Rows after which a search ends, with "at least so many": nobody pages through more, and the rest is found by another word or a date.</summary>
    public const int MostRows = 4_000;

    private const int MostWords = 6;

    /// <summary>Runs a search that has text.</summary>
    public async Task<FoundPlaces> RunAsync(CaseQuery query, CancellationToken cancellation)
    {
        var groups = await GroupsAsync(query, cancellation);
        var page = new PageOfPlaces(query.After, query.PageSize);
        if (groups.Count == 0)
            return page.End();
        var cursors = groups.ConvertAll(group => group.ConvertAll(term => new TermCursor(store, term, query.EndPlace, cancellation)));
        try
        {
            var lines = 0;
            for (var place = query.FirstPlace ?? ""; ;)
            {
                if (await MeetAsync(cursors, place) is not { } found)
                    return page.End();
                if (!query.HasFacts || (await LineAsync(found, cancellation) is { } line && query.Takes(line)))
                    page.Add(found);
                lines += query.HasFacts ? 1 : 0;
                if (lines + cursors.Sum(group => group.Sum(cursor => cursor.Read)) > MostRows)
                    return page.End(isExact: false);
                place = CaseTallies.After(found);
            }
        }
        finally
        {
            foreach (var cursor in cursors.SelectMany(group => group))
                await cursor.DisposeAsync();
        }
    }

    // The next place that every group has: each group in turn moves to where the last one is.
    private static async Task<string?> MeetAsync(List<List<TermCursor>> groups, string place)
    {
        for (var agreed = 0; ;)
        {
            foreach (var group in groups)
            {
                foreach (var cursor in group)
                    await cursor.SeekAsync(place);
                var next = group.Select(cursor => cursor.Place).OfType<string>().Min(StringComparer.Ordinal);
                if (next is null)
                    return null;
                agreed = next == place ? agreed + 1 : 1;
                place = next;
                if (agreed >= groups.Count)
                    return place;
            }
        }
    }

    // A group is one word and the kinds that it may be of. A number or case id that there is goes before words.
    private async Task<List<List<string>>> GroupsAsync(CaseQuery query, CancellationToken cancellation)
    {
        var groups = new List<List<string>>();
        if (query.Text.Trim().Length > 0)
        {
            if (await NumberAsync(query.Text, cancellation) is { } number)
                groups.Add([CaseTerms.Key(CaseTerms.Number, number)]);
            else if (!Add(query.Text, CaseTerms.Title, CaseTerms.Requester, CaseTerms.Target))
                return [];
        }

        if (query.Requester.Trim() is { Length: > 0 } requester)
        {
            if (Guid.TryParse(requester, out _))
                groups.Add([CaseTerms.Key(CaseTerms.Requester, requester.ToLowerInvariant())]);
            else if (!Add(requester, CaseTerms.Requester))
                return [];
        }

        return query.Target.Trim().Length == 0 || Add(query.Target, CaseTerms.Target) ? groups : [];

        bool Add(string text, params char[] kinds)
        {
            var words = CaseTerms.WordsOf(text).Take(MostWords).ToList();
            groups.AddRange(words.Select(word => kinds.Select(kind => CaseTerms.Key(kind, word)).ToList()));
            return words.Count > 0;
        }
    }

    private async Task<string?> NumberAsync(string text, CancellationToken cancellation)
    {
        if (CaseTerms.NumberOf(text) is { } number)
        {
            await using var cursor = new TermCursor(store, CaseTerms.Key(CaseTerms.Number, number), null, cancellation);
            await cursor.SeekAsync("");
            if (cursor.Place is not null)
                return number;
        }

        return text.Trim() is { Length: <= RecordLimits.MaxKeyLength } id && id.Contains('-', StringComparison.Ordinal) && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_')
            && await store.ReadAsync<CaseRecord>(Tables.Cases, Tenant.Partition(), id, cancellation) is { } record
            ? CaseTerms.NumberOf(record.Value.Ticket.Number)
            : null;
    }

    private async Task<CaseLine?> LineAsync(string place, CancellationToken cancellation) =>
        (await store.ReadAsync<CaseLine>(Tables.Cases, CaseIndex.Places, place, cancellation))?.Value;
}

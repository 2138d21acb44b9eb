using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Cases.Finding;

/// <summary>The places under one term, in order; skips far by asking the store anew instead of reading what lies between.</summary>
internal sealed class TermCursor(IRecordStore store, string term, string? end, CancellationToken cancellation) : IAsyncDisposable
{
    // A new query reads a page of some rows; fewer are cheaper read on.
    private const int ReadOn = 16;

    private IAsyncEnumerator<Record>? _rows;

    /// <summary>The place it is at; null at the end.</summary>
    public string? Place { get; private set; }

    /// <summary>How many rows it has read.</summary>
    public int Read { get; private set; }

    /// <summary>Moves to the first place at or behind another.</summary>
    public async Task SeekAsync(string place)
    {
        if (_rows is null)
        {
            await OpenAsync(place);
            return;
        }

        for (var i = 0; i < ReadOn && Place is not null && string.CompareOrdinal(Place, place) < 0; i++)
            await NextAsync();
        if (Place is not null && string.CompareOrdinal(Place, place) < 0)
            await OpenAsync(place);
    }

    public async ValueTask DisposeAsync()
    {
        if (_rows is not null)
            await _rows.DisposeAsync();
    }

    private async Task OpenAsync(string place)
    {
        await DisposeAsync();
        // '}' is the character behind '|': the rows of this term end there.
        _rows = store.QueryAsync(Tables.Lookup, CaseIndex.Terms, $"{term}|{place}", end is null ? $"{term}}}" : $"{term}|{end}", cancellation).GetAsyncEnumerator(cancellation);
        await NextAsync();
    }

    private async Task NextAsync()
    {
        var has = await _rows!.MoveNextAsync();
        Read += has ? 1 : 0;
        Place = has ? _rows.Current.Row[(term.Length + 1)..] : null;
    }
}

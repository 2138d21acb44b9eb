using System.Globalization;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Cases.Finding;

/// <summary>
/// Writes what cases are found by: a line at the case's place, terms that lead to the place, and a note when the case lies where tallies were taken.
/// Everything is written after the record and may be repeated; what a stop cuts off, the repeated step writes, or <see cref="CaseTallies"/>
/// and a rebuild put right.
/// </summary>
internal sealed class CaseIndex(IRecordStore store, TimeProvider time)
{
    /// <summary>Partition of the places, newest first, with the line of each case.</summary>
    public static readonly string Places = Tenant.Partition("newest");

    /// <summary>Partition of the terms; a row is <c>kind|word|place</c>.</summary>
    public static readonly string Terms = Tenant.Partition("terms");

    /// <summary>Partition of notes on changed cases; a row is <c>ticks|place</c>.</summary>
    public static readonly string Notes = Tenant.Partition("changed");

    /// <summary>Row of the mark, in a partition of its own.</summary>
    public static readonly string Mark = Tenant.Partition("tally-mark");

    /// <summary>Adds the place of a case that is about to be opened, so that a stop before its record loses none.</summary>
    public async Task AddPlaceAsync(string place, CancellationToken cancellation)
    {
        if (await store.AddAsync(Tables.Cases, new Record(Places, place, DurableJson.Write(CaseLine.Opening)), cancellation) is not null)
            await NoteAsync(place, cancellation);
    }

    /// <summary>Makes a place say that it is no case's.</summary>
    public Task VoidAsync(string place, CancellationToken cancellation) => PutAsync(place, CaseLine.Void, cancellation);

    /// <summary>Writes what the index says of a case, unless it says so already.</summary>
    /// <param name="record">The case.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <param name="isRebuild">True: terms are written even where the line says that they are there.</param>
    /// <returns>False when it said so already.</returns>
    public async Task<bool> WriteAsync(CaseRecord record, CancellationToken cancellation, bool isRebuild = false)
    {
        var place = CasePlace.Of(record.OpenedAt, record.CaseId);
        var line = CaseLine.Of(record);
        var before = await store.ReadAsync<CaseLine>(Tables.Cases, Places, place, cancellation);
        var isRight = before?.Value.SaysTheSameAs(line) == true;
        if (isRight && !isRebuild)
            return false;
        if (isRebuild || before?.Value.Terms != line.Terms)
            await AddTermsAsync(CaseTerms.Of(record), place, cancellation);
        if (isRight)
            return false;
        await PutAsync(place, line, cancellation);
        return true;
    }

    private async Task AddTermsAsync(IReadOnlyList<string> terms, string place, CancellationToken cancellation)
    {
        var rows = terms.Select(term => new Record(Terms, $"{term}|{place}", "{}")).ToList();
        if (rows.Count == 0 || await store.CommitAsync(Tables.Lookup, rows, cancellation))
            return;
        // Some are there already: a plan was made anew, or a stop came before the line.
        foreach (var row in rows)
            await store.AddAsync(Tables.Lookup, row, cancellation);
    }

    private async Task PutAsync(string place, CaseLine line, CancellationToken cancellation)
    {
        await store.UpdateAsync<CaseLine>(Tables.Cases, Places, place, before => before is not null && before.UpdatedAt > line.UpdatedAt ? before : line, cancellation);
        await NoteAsync(place, cancellation);
    }

    // The line first, then the mark: who tallies writes the mark first and reads the lines then, so that one of the two sees the other.
    private async Task NoteAsync(string place, CancellationToken cancellation)
    {
        if ((await store.ReadAsync<TallyMark>(Tables.Lookup, Mark, "mark", cancellation))?.Value.Claimed is not { } claimed || string.CompareOrdinal(place, claimed) < 0)
            return;
        await store.AddAsync(Tables.Lookup, new Record(Notes, NoteRow(time.GetUtcNow(), place), "{}"), cancellation);
    }

    /// <summary>Row of a note, in the order of time.</summary>
    public static string NoteRow(DateTimeOffset at, string place) => string.Create(CultureInfo.InvariantCulture, $"{at.UtcTicks:D19}|{place}");

    /// <summary>The place in a note.</summary>
    public static string PlaceOf(string noteRow) => noteRow[(noteRow.IndexOf('|', StringComparison.Ordinal) + 1)..];
}

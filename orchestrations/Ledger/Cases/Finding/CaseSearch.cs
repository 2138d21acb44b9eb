using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Cases.Finding;

/// <summary>Finds cases among all there are, by index: what it reads depends on what is found, not on how many cases there are.</summary>
public sealed class CaseSearch(IRecordStore store, CaseStore caseStore)
{
    /// <summary>One page of the cases that are asked for, the newest first, with the number of all.</summary>
    /// <exception cref="HelpDesk.Orchestrations.Foundation.VendorException">The store cannot be reached.</exception>
    public async Task<FoundCases> FindAsync(CaseQuery query, CancellationToken cancellation)
    {
        var found = await PlacesAsync(query, cancellation);
        var cases = new List<ListedCase>();
        foreach (var place in found.Places)
            cases.Add(new ListedCase(place, CasePlace.CaseIdOf(place), await caseStore.FindAsync(CasePlace.CaseIdOf(place), cancellation)));
        return new FoundCases(cases, found.Total, found.IsExact, found.Next);
    }

    /// <summary>Ids of the cases that are asked for, the newest first, at most a page of them.</summary>
    /// <exception cref="HelpDesk.Orchestrations.Foundation.VendorException">The store cannot be reached.</exception>
    public async Task<IReadOnlyList<string>> IdsAsync(CaseQuery query, CancellationToken cancellation) =>
        [.. (await PlacesAsync(query, cancellation)).Places.Select(CasePlace.CaseIdOf)];

    private Task<FoundPlaces> PlacesAsync(CaseQuery query, CancellationToken cancellation) =>
        query.HasText ? new TermSearch(store).RunAsync(query, cancellation) : new FactSearch(store).RunAsync(query, cancellation);
}

/// <summary>One page of the cases that were found.</summary>
/// <param name="Cases">The cases, the newest first.</param>
/// <param name="Total">How many there are in all, whatever page this is.</param>
/// <param name="IsExact">False when the search ended at its limit: there are at least so many.</param>
/// <param name="Next">The place behind which the next page begins; null when this is the last.</param>
public sealed record FoundCases(IReadOnlyList<ListedCase> Cases, int Total, bool IsExact, string? Next);

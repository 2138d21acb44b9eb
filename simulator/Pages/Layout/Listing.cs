using System.Globalization;

namespace HelpDesk.Simulator.Pages.Layout;

/// <summary>One page of a searched list.</summary>
/// <param name="Search">What was searched for; empty for all.</param>
/// <param name="Number">Number of the page from 1.</param>
/// <param name="Pages">How many pages there are, at least 1.</param>
/// <param name="Total">How many entries were found.</param>
/// <param name="Items">The entries of the page.</param>
public sealed record Listing<T>(string Search, int Number, int Pages, int Total, IReadOnlyList<T> Items)
{
    private const int Size = 50;

    /// <summary>The page that a request asks for, the nearest one when there is no such.</summary>
    /// <param name="query">The request's query: <c>q</c> is the search, <c>page</c> the number.</param>
    /// <param name="all">The whole list in its order.</param>
    /// <param name="words">The texts of an entry that are searched.</param>
    public static Listing<T> Of(IQueryCollection query, IEnumerable<T> all, Func<T, IEnumerable<string?>> words)
    {
        var search = query["q"].ToString().Trim();
        search = search.Length > SearchForm.Longest ? search[..SearchForm.Longest] : search;
        var found = all.Where(item => search.Length == 0 || words(item).Any(word => word?.Contains(search, StringComparison.OrdinalIgnoreCase) == true)).ToList();
        var pages = Math.Max(1, (found.Count + Size - 1) / Size);
        var number = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? Math.Clamp(wanted, 1, pages) : 1;
        return new Listing<T>(search, number, pages, found.Count, [.. found.Skip((number - 1) * Size).Take(Size)]);
    }
}

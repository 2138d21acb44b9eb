using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace HelpDesk.Adapters.ServiceNow;

/// <summary>A page of a list. Rows that an ACL hides are taken out after it was cut, so its size says nothing about its being the last.</summary>
/// <param name="Rows">What it shows.</param>
/// <param name="HasNext">True when there may be another.</param>
internal sealed record ServiceNowPage(IReadOnlyList<JsonElement> Rows, bool HasNext)
{
    /// <summary>How many records the query has, also those that an ACL hides; null when the instance does not say.</summary>
    public long? Total { get; init; }

    /// <summary>True when it is sure that nothing of the query is hidden or left out.</summary>
    public bool IsWhole => Total == Rows.Count;

    /// <summary>Reads the total of an answer.</summary>
    public static long? TotalOf(HttpResponseHeaders headers) =>
        headers.TryGetValues("X-Total-Count", out var total) && long.TryParse(total.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var all) ? all : null;

    /// <summary>Decides it by <c>Link</c> and <c>X-Total-Count</c>; an instance that sends neither is asked until a page is empty.</summary>
    /// <param name="headers">Of the answer.</param>
    /// <param name="offset">Where the page begins.</param>
    /// <param name="limit">How many were asked for.</param>
    /// <param name="count">How many it shows.</param>
    public static bool IsFollowed(HttpResponseHeaders headers, int offset, int limit, int count)
    {
        var links = headers.TryGetValues("Link", out var link) ? string.Join(',', link) : null;
        if (links?.Contains("rel=\"next\"", StringComparison.OrdinalIgnoreCase) == true)
            return true;
        if (TotalOf(headers) is { } all)
            return offset + (long)limit < all;
        return links is null && count > 0;
    }
}

using System.Text.Json;

namespace HelpDesk.Adapters.Confluence;

/// <summary>
/// Where a reading of changes is. Pages are listed newest first, so a reading that takes several calls first knows the newest time, and counts
/// only when it has come down to where the last one ended.
/// </summary>
/// <param name="Since">Everything up to then was read.</param>
/// <param name="Newest">Newest change that the reading on its way saw; null when none is on its way.</param>
/// <param name="Next">Where it goes on; null at its beginning.</param>
/// <param name="ListedAt">When all ids were listed last; null when never.</param>
/// <param name="Spaces">Ids of the spaces that were read, in order. Another set begins anew.</param>
internal sealed record ConfluencePlace(DateTimeOffset Since, DateTimeOffset? Newest, string? Next, DateTimeOffset? ListedAt, string Spaces)
{
    /// <summary>The place of a text, for these spaces.</summary>
    public static ConfluencePlace Read(string? text, string spaces)
    {
        var start = new ConfluencePlace(DateTimeOffset.UnixEpoch, null, null, null, spaces);
        try
        {
            return text is not null && JsonSerializer.Deserialize<ConfluencePlace>(text) is { } place && place.Spaces == spaces && place.Next?.StartsWith("wiki/api/v2/pages?", StringComparison.Ordinal) != false ? place : start;
        }
        catch (JsonException)
        {
            return start;
        }
    }

    /// <summary>As text.</summary>
    public string Write() => JsonSerializer.Serialize(this);
}

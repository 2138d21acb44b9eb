using System.Text.Json;

namespace HelpDesk.Adapters.MediaWiki;

/// <summary>Where a reading is: first all pages, namespace by namespace, then the list of recent changes.</summary>
/// <param name="Since">Changes before it were read.</param>
/// <param name="Namespace">Namespace in which the reading of all pages is; null when all were read.</param>
/// <param name="Title">Title at which that goes on.</param>
/// <param name="Continue">Where the reading of changes goes on; null at its beginning.</param>
/// <param name="ListedAt">When all ids were listed last; null when never.</param>
internal sealed record MediaWikiPlace(DateTimeOffset Since, int? Namespace, string? Title, string? Continue, DateTimeOffset? ListedAt)
{
    /// <summary>The place of a text; null when it is none that we wrote, and all is read.</summary>
    public static MediaWikiPlace? Read(string? text)
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize<MediaWikiPlace>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>As text.</summary>
    public string Write() => JsonSerializer.Serialize(this);
}

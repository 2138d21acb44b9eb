using System.Text.Json;

namespace HelpDesk.Adapters.ServiceNow.Knowledge;

/// <summary>Where a reading of changes ended: the last row by time of change and, within a second, by <c>sys_id</c>.</summary>
/// <param name="Since">Time of change as ServiceNow writes it.</param>
/// <param name="After"><c>sys_id</c> of the last row of that second that was read; empty when all of that second are read again.</param>
/// <param name="ListedAt">When all ids were listed last, UTC; null when never.</param>
internal sealed record KnowledgePlace(string Since, string After, DateTimeOffset? ListedAt)
{
    private static readonly KnowledgePlace Start = new("1970-01-01 00:00:00", "", null);

    /// <summary>The place of a text; the beginning when it is none that we wrote.</summary>
    public static KnowledgePlace Read(string? text)
    {
        try
        {
            return text is not null && JsonSerializer.Deserialize<KnowledgePlace>(text) is { Since: { } since, After: { } after } place
                && ServiceNowTime.Read(since) > DateTimeOffset.UnixEpoch && (after.Length == 0 || ServiceNowId.IsValid(after))
                ? place
                : Start;
        }
        catch (JsonException)
        {
            return Start;
        }
    }

    /// <summary>As text.</summary>
    public string Write() => JsonSerializer.Serialize(this);
}

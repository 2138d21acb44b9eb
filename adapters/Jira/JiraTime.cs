using System.Globalization;

namespace HelpDesk.Adapters.Jira;

/// <summary>Jira's way of writing a time: <c>2026-10-12T08:14:02.083+0000</c>.</summary>
internal static class JiraTime
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ss.fffzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"];

    /// <summary>The moment, UTC; the epoch when the text is none, so that a broken field never hides an issue.</summary>
    public static DateTimeOffset Read(string text)
    {
        // .NET's zzz wants a colon in the offset.
        var zoned = text.Length > 5 && (text[^5] is '+' or '-') ? $"{text[..^2]}:{text[^2..]}" : text;
        return DateTimeOffset.TryParseExact(zoned, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : DateTimeOffset.UnixEpoch;
    }
}

using System.Text.RegularExpressions;

namespace HelpDesk.Adapters.Jira;

/// <summary>
/// The key under which we opened a request, as the last line of its description: <c>[ref teams-bot-7f3c]</c>. It is believed only where our own
/// account created the issue, because a requester could write it too, and it is taken off the text that anyone reads.
/// </summary>
internal static partial class JiraOpeningMark
{
    /// <summary>True for a key that fits into the mark.</summary>
    public static bool IsKey(string key) => Key().IsMatch(key);

    /// <summary>The text with the mark as its last line, cut so that both fit.</summary>
    public static string Under(string text, string key, int limit)
    {
        var line = $"\n\n[ref {key}]";
        return OutgoingText.Clean(text, limit - line.Length) + line;
    }

    /// <summary>The key of a description, and the description without its mark; the key is null when it has none.</summary>
    public static (string? Key, string Text) Read(string description)
    {
        var match = LastLine().Match(description);
        return match.Success ? (match.Groups["key"].Value, description[..match.Index].TrimEnd()) : (null, description);
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9-]{3,99}\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Key();

    [GeneratedRegex(@"\[ref (?<key>[A-Za-z0-9][A-Za-z0-9-]{3,99})\]\s*\z", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex LastLine();
}

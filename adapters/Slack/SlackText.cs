namespace HelpDesk.Adapters.Slack;

/// <summary>Text as Slack takes it: nothing in it becomes a mention, a link or markup of its own.</summary>
internal static class SlackText
{
    /// <summary>With the three characters escaped that Slack reads as control characters.</summary>
    public static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>Escaped and cut into pieces of at most so many characters, at line ends where that is possible. Addresses of our own stay links.</summary>
    public static IEnumerable<string> Parts(string text, int longest)
    {
        var rest = Escape(OutgoingText.Clean(text, 12_000));
        while (rest.Length > longest)
        {
            var end = rest.LastIndexOf('\n', longest - 1);
            end = end > 0 ? end : longest;
            yield return rest[..end];
            rest = rest[end..].TrimStart('\n');
        }

        if (rest.Length > 0)
            yield return rest;
    }

    /// <summary>What a person wrote, without Slack's own forms for links, channels and people.</summary>
    public static string Plain(string text) => System.Text.RegularExpressions.Regex.Replace(
            text, "<(?:[@#!][^>|]*\\|?|[^>|]+\\|)?(?<shown>[^>]*)>", "${shown}", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
        .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal).Trim();
}

/// <summary>Where a conversation is in Slack: a channel, and a thread in it where there is one.</summary>
internal static class SlackThread
{
    /// <summary>As it is kept.</summary>
    public static string Write(string channel, string? thread) => thread is null ? channel : $"{channel}/{thread}";

    /// <summary>Reads it.</summary>
    public static (string Channel, string? Thread) Read(string text) => text.Split('/', 2) is [var channel, var thread] ? (channel, thread) : (text, null);
}

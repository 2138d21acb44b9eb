using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace HelpDesk.Adapters.TeamsBot;

/// <summary>What a person wrote in a chat, as plain text: without mentions of the bot and without mark-up.</summary>
internal static partial class BotText
{
    private const int Longest = 60_000;

    /// <summary>The text of an activity; empty when there is none.</summary>
    public static string Of(JsonElement activity)
    {
        var text = activity.Text("text");
        return Plain(text.Length <= Longest ? text : text[..Longest]);
    }

    private static string Plain(string text)
    {
        text = Mention().Replace(text, " ");
        text = LineEnd().Replace(text, "\n");
        text = Tag().Replace(text, "");
        text = WebUtility.HtmlDecode(text).Replace('\u00A0', ' ').ReplaceLineEndings("\n");
        return string.Join('\n', text.Split('\n').Select(static line => line.Trim())).Trim();
    }

    [GeneratedRegex("<at[^<>]{0,200}>[^<>]{0,200}</at>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Mention();

    [GeneratedRegex("<br[ /]{0,3}>|</p>|</div>|</li>|</h[1-6]>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex LineEnd();

    [GeneratedRegex("</?[a-z][^<>]{0,2000}>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}

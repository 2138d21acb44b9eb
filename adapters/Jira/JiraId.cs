using System.Text.RegularExpressions;

namespace HelpDesk.Adapters.Jira;

/// <summary>Decides whether a text names an issue. Anything else never gets into a path or a query.</summary>
internal static partial class JiraId
{
    /// <summary>True for an issue id (digits) or key (<c>ITSD-217</c>).</summary>
    public static bool IsValid(string? text) => text is not null && Id().IsMatch(text);

    [GeneratedRegex(@"\A(?:[0-9]{1,18}|[A-Z][A-Z0-9_]{1,49}-[0-9]{1,10})\z", RegexOptions.NonBacktracking)]
    private static partial Regex Id();
}

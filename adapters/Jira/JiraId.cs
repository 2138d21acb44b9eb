using System.Text.RegularExpressions;

namespace HelpDesk.Adapters.Jira;

/// <summary>What ids of Jira look like. Anything else never gets into a path or a query.</summary>
internal static partial class JiraId
{
    /// <summary>True for an issue id (digits) or key (<c>ITSD-217</c>): what the API takes.</summary>
    public static bool IsValid(string? text) => text is not null && Id().IsMatch(text);

    /// <summary>True for an issue id: up to 18 digits.</summary>
    public static bool IsIssueId(string text) => IssueId().IsMatch(text);

    /// <summary>True for an issue key: <c>ITSD-217</c>.</summary>
    public static bool IsKey(string text) => Key().IsMatch(text);

    [GeneratedRegex(@"\A(?:[0-9]{1,18}|[A-Z][A-Z0-9_]{1,49}-[0-9]{1,10})\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"\A[1-9][0-9]{0,17}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IssueId();

    [GeneratedRegex(@"\A[A-Z][A-Z0-9_]{0,49}-[1-9][0-9]{0,9}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key();
}

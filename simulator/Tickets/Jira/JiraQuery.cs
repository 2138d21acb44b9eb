using System.Globalization;
using System.Text.RegularExpressions;

namespace HelpDesk.Simulator.Tickets.Jira;

/// <summary>The part of JQL that is simulated: <c>project in (A, B) AND creator = currentUser() AND created &gt;= "-15m" ORDER BY created ASC</c>, each part optional.</summary>
/// <param name="Projects">Keys; empty = all.</param>
/// <param name="IsOwn">True: only what the asking account created.</param>
/// <param name="MinutesBack">How far back; null = all.</param>
internal sealed partial record JiraQuery(IReadOnlyList<string> Projects, bool IsOwn, long? MinutesBack)
{
    /// <summary>The query of a text; null when it holds something else.</summary>
    public static JiraQuery? Parse(string jql)
    {
        var match = Shape().Match(jql.Trim());
        if (!match.Success || jql.Trim().Length == 0)
            return null;
        var projects = match.Groups["projects"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new JiraQuery(projects, match.Groups["own"].Success, match.Groups["minutes"].Success ? long.Parse(match.Groups["minutes"].Value, CultureInfo.InvariantCulture) : null);
    }

    [GeneratedRegex(@"\A(?:project in \((?<projects>[A-Z0-9_, ]+)\))?(?: AND )?(?<own>creator = currentUser\(\))?(?: AND )?(?:created >= ""-(?<minutes>[0-9]{1,9})m"")?(?: ORDER BY created ASC)?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}

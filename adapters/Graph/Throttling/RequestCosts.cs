using System.Globalization;

namespace HelpDesk.Adapters.Graph.Throttling;

/// <summary>Works out from method, path and query which limits a request counts for, and how much (contracts: graph-throttling).</summary>
internal static class RequestCosts
{
    private const int FewRows = 20;

    /// <summary>The cost of a request. The first part of the path is Graph's version.</summary>
    public static RequestCost Of(HttpMethod method, Uri address)
    {
        var path = address.AbsolutePath.Trim('/').Split('/')[1..];
        var query = Query(address.Query);
        var isRead = method == HttpMethod.Get;
        var kind = ClassOf(path, query.GetValueOrDefault("$select"));
        if (kind != GraphClass.Identity)
            return new RequestCost(kind, 1, !isRead);

        var units = isRead ? ReadUnits(path) : ActionUnits(path[^1]);
        if (query.ContainsKey("$select"))
            units--;
        if (query.ContainsKey("$expand"))
            units++;
        if (int.TryParse(query.GetValueOrDefault("$top"), NumberStyles.None, CultureInfo.InvariantCulture, out var top) && top < FewRows)
            units--;
        return new RequestCost(kind, Math.Max(1, units), !isRead && !IsQuestion(path[^1]));
    }

    private static GraphClass ClassOf(string[] path, string? select) => path switch
    {
        _ when select?.Contains("signInActivity", StringComparison.OrdinalIgnoreCase) == true => GraphClass.SignInActivity,
        [var first, ..] when Is(first, "deviceManagement") => GraphClass.Intune,
        [_, _, var third, ..] when Is(third, "managedDevices") => GraphClass.Intune,
        [_, _, var third, ..] when Is(third, "sendMail") => GraphClass.Outlook,
        [var first, ..] when Is(first, "identityProtection") => GraphClass.IdentityProtection,
        [var first, var second, ..] when Is(first, "identity") && Is(second, "conditionalAccess") => GraphClass.IdentityProtection,
        // The page says of information protection what it says of identity protection: no Retry-After.
        [var first, ..] when Is(first, "informationProtection") => GraphClass.IdentityProtection,
        [var first, ..] when Is(first, "auditLogs") => GraphClass.Reporting,
        _ => GraphClass.Identity,
    };

    private static int ReadUnits(string[] path) => path switch
    {
        [var first] when Is(first, "users") => 2,
        [var first] when Is(first, "subscribedSkus") => 3,
        [var first, _, var third, ..] when Is(first, "users") && (Is(third, "memberOf") || Is(third, "transitiveMemberOf") || Is(third, "licenseDetails")) => 2,
        [var first, _, var third, ..] when Is(first, "groups") && Is(third, "members") => 3,
        [var first, _, var third, ..] when Is(first, "groups") && Is(third, "transitiveMembers") => 5,
        _ => 1,
    };

    private static int ActionUnits(string action) => action switch
    {
        _ when Is(action, "checkMemberGroups") || Is(action, "checkMemberObjects") || Is(action, "isMemberOf") => 4,
        _ when Is(action, "getMemberGroups") || Is(action, "getMemberObjects") => 2,
        // Costs 2 with $select, which takes one off.
        _ when Is(action, "getByIds") || Is(action, "getObjectsById") => 5,
        _ => 1,
    };

    // A POST that only asks.
    private static bool IsQuestion(string action) => ActionUnits(action) > 1;

    private static bool Is(string part, string name) => string.Equals(part, name, StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, string> Query(string query)
    {
        var options = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var option in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = option.Split('=', 2);
            options[Uri.UnescapeDataString(parts[0])] = parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "";
        }

        return options;
    }
}

using System.Text.Json;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.ServiceNow.Knowledge;

/// <summary>
/// Decides whether a user meets user criteria, as the instance would. Criteria with a script, and those that cannot be read, are not decided:
/// null, which a caller must read as "deny".
/// </summary>
internal sealed class UserCriteria(ServiceNowApi api)
{
    private const string Fields = "sys_id,active,advanced,match_all,user,group,role,company,department,location";
    private const int MostParents = 10;

    private static readonly (string Field, string Table)[] Places = [("company", "core_company"), ("department", "cmn_department"), ("location", "cmn_location")];

    /// <summary>Whether the user meets one of the criteria. Null when none is met and one cannot be decided.</summary>
    /// <param name="ids"><c>sys_id</c>s of the criteria.</param>
    /// <param name="user">The user.</param>
    /// <param name="isDeny">True for criteria that deny: a department below one that is named is denied too.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<bool?> AnyAsync(IReadOnlyCollection<string> ids, KnowledgeUser user, bool isDeny, CancellationToken cancellation)
    {
        if (ids.Count == 0)
            return false;
        if (!ids.All(ServiceNowId.IsValid))
            return null;
        IReadOnlyList<JsonElement> rows;
        try
        {
            rows = (await api.QueryAsync("user_criteria", $"sys_idIN{string.Join(',', ids)}", Fields, ids.Count, 0, cancellation)).Rows;
        }
        catch (VendorException refusal) when (refusal.Code is "403" or "400")
        {
            return null;
        }

        bool? any = rows.Select(static row => row.Text("sys_id")).Distinct(StringComparer.OrdinalIgnoreCase).Count() == ids.Distinct(StringComparer.OrdinalIgnoreCase).Count() ? false : null;
        foreach (var row in rows)
        {
            switch (await MeetsAsync(row, user, isDeny, cancellation))
            {
                case true:
                    return true;
                case null:
                    any = null;
                    break;
            }
        }

        return any;
    }

    private async Task<bool?> MeetsAsync(JsonElement row, KnowledgeUser user, bool isDeny, CancellationToken cancellation)
    {
        if (row.Text("active") == "false")
            return false;
        if (row.Text("active") != "true" || row.Text("advanced") != "false" || row.Text("match_all") is not ("true" or "false"))
            return null;
        var verdicts = new List<bool?>();
        Judge("user", set => set.Contains(user.Id));
        Judge("group", set => set.Overlaps(user.Groups));
        Judge("role", set => set.Overlaps(user.RoleIds) || set.Overlaps(user.Roles));
        foreach (var (field, table) in Places)
        {
            if (Set(row, field) is not { } wanted)
                verdicts.Add(null);
            else if (wanted.Count > 0)
                verdicts.Add(await IsInAsync(wanted, table, user.Row.Member(field) is { } own ? own.ToString() : null, isDeny, cancellation));
        }

        // Criteria without a condition: whom they mean is the instance's secret.
        if (verdicts.Count == 0)
            return null;
        return row.Text("match_all") == "true"
            ? verdicts.Contains(false) ? false : verdicts.Contains(null) ? null : true
            : verdicts.Contains(true) ? true : verdicts.Contains(null) ? null : false;

        void Judge(string field, Func<HashSet<string>, bool> meets)
        {
            if (Set(row, field) is not { } wanted)
                verdicts.Add(null);
            else if (wanted.Count > 0)
                verdicts.Add(meets(wanted));
        }
    }

    private async Task<bool?> IsInAsync(HashSet<string> wanted, string table, string? own, bool isDeny, CancellationToken cancellation)
    {
        if (own is null)
            return null;
        for (var up = 0; up <= MostParents && own.Length > 0; up++)
        {
            if (wanted.Contains(own))
                return true;
            if (!isDeny)
                return false;
            if (!ServiceNowId.IsValid(own) || await api.GetAsync(table, own, "sys_id,parent", cancellation) is not { } place || place.Member("parent") is null)
                return null;
            own = place.Text("parent");
        }

        return own.Length == 0 ? false : null;
    }

    // A field that an access rule hides is not in the answer at all.
    private static HashSet<string>? Set(JsonElement row, string field) => row.Member(field) is null
        ? null
        : row.Text(field).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
}

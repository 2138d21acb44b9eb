using System.Globalization;
using HelpDesk.Simulator.Tickets.ServiceNow;

namespace HelpDesk.Simulator.Knowledge;

/// <summary>The knowledge of simulated ServiceNow, as its administrators change it.</summary>
internal sealed class ServiceNowKnowledgeStore(ServiceNowTables tables, TimeProvider time)
{
    private static readonly Dictionary<string, string> ArticleDefaults = new(StringComparer.Ordinal)
    {
        ["number"] = "", ["article_id"] = "", ["version"] = "1.0", ["workflow_state"] = "published", ["active"] = "true", ["latest"] = "true", ["valid_to"] = "2100-01-01", ["language"] = "en", ["author"] = "", ["meta"] = "",
        ["parent"] = "", ["short_description"] = "", ["article_type"] = "text", ["text"] = "", ["wiki"] = "", ["can_read_user_criteria"] = "", ["cannot_read_user_criteria"] = "", ["roles"] = "", ["kb_knowledge_base"] = ServiceNowKnowledgeTables.Base,
    };

    private static readonly Dictionary<string, string> CriteriaDefaults = new(StringComparer.Ordinal)
    {
        ["active"] = "true", ["advanced"] = "false", ["match_all"] = "false", ["user"] = "", ["group"] = "", ["role"] = "", ["company"] = "", ["department"] = "", ["location"] = "", ["name"] = "",
    };

    /// <summary>The articles, all versions.</summary>
    public IReadOnlyList<ServiceNowRow> Articles => [.. tables.Rows(ServiceNowKnowledgeTables.Articles).OrderBy(static row => row["number"], StringComparer.Ordinal).ThenBy(static row => row["version"], StringComparer.Ordinal)];

    /// <summary>Writes fields of a row; a new row has the usual values in the others. The time of change is now unless it is given.</summary>
    public ServiceNowRow Put(string table, string sysId, IReadOnlyDictionary<string, string> values)
    {
        var before = tables.Row(table, sysId) ?? new ServiceNowRow(sysId, new Dictionary<string, string>(table switch
        {
            ServiceNowKnowledgeTables.Articles => ArticleDefaults,
            "user_criteria" => CriteriaDefaults,
            _ => [],
        }, StringComparer.Ordinal));
        var now = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        var row = before.With([KeyValuePair.Create("sys_id", sysId), KeyValuePair.Create("sys_updated_on", now), .. values]);
        tables.Put(table, row);
        return row;
    }

    /// <summary>Deletes a row.</summary>
    public bool Remove(string table, string sysId) => tables.Remove(table, sysId);
}

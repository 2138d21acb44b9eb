using System.Security.Cryptography;
using System.Text;

namespace HelpDesk.Simulator.Tickets.ServiceNow;

/// <summary>The tables behind ServiceNow's knowledge: articles, bases, user criteria, and what decides who meets them.</summary>
public static class ServiceNowKnowledgeTables
{
    /// <summary>The articles, one row a version.</summary>
    public const string Articles = "kb_knowledge";

    /// <summary>The base that every employee may read.</summary>
    public static readonly string Base = SysId("kb/it");

    /// <summary>The base of the service desk.</summary>
    public static readonly string StaffBase = SysId("kb/desk");

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        Articles, "kb_knowledge_base", "kb_uc_can_read_mtom", "kb_uc_cannot_read_mtom", "kb_uc_can_contribute_mtom", "kb_uc_cannot_contribute_mtom", "user_criteria", "sys_properties",
        "sys_user_has_role", "sys_user_grmember", "cmn_location", "cmn_department", "core_company", "kb_template_how_to",
    };

    /// <summary>True for one of them.</summary>
    public static bool Has(string table) => Names.Contains(table);

    /// <summary>A sys_id of a name.</summary>
    public static string SysId(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..32];
}

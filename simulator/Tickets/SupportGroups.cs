using System.Security.Cryptography;
using System.Text;

namespace HelpDesk.Simulator.Tickets;

/// <summary>The support groups of the simulated organisation, as both ticket systems know them.</summary>
internal static class SupportGroups
{
    /// <summary>Their names.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "Service Desk", "Identity and Access", "Endpoint Management", "Security Operations", "Network", "Messaging",
        "Application Support", "Field Support", "Operations",
    ];

    /// <summary>sys_id of a group, derived from its name.</summary>
    public static string SysId(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"sys_user_group/{name}")))[..32];
}

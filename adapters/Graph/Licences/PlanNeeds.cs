using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace HelpDesk.Adapters.Graph.Licences;

/// <summary>
/// Which service plans need another one. Graph publishes no table of it; these are add-ons of which that is generally known. What is missing here is
/// learned from Graph's own refusal, so that the next person is not asked in vain.
/// </summary>
internal sealed partial class PlanNeeds
{
    private static readonly string[] Mailbox = ["EXCHANGE_S_STANDARD", "EXCHANGE_S_ENTERPRISE", "EXCHANGE_S_DESKLESS", "EXCHANGE_B_STANDARD", "EXCHANGE_L_STANDARD"];
    private static readonly string[] Sites = ["SHAREPOINTSTANDARD", "SHAREPOINTENTERPRISE", "SHAREPOINTDESKLESS"];
    private static readonly string[] Calls = ["MCOSTANDARD", "TEAMS1"];

    // One of them is enough.
    private static readonly Dictionary<string, string[]> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["MCOEV"] = Calls,
        ["MCOMEETADV"] = Calls,
        ["MCOPSTN1"] = ["MCOEV"],
        ["MCOPSTN2"] = ["MCOEV"],
        ["MCOPSTN5"] = ["MCOEV"],
        ["TEAMSPRO_MGMT"] = ["TEAMS1"],
        ["EXCHANGE_S_ARCHIVE_ADDON"] = Mailbox,
        ["ATP_ENTERPRISE"] = Mailbox,
        ["LOCKBOX_ENTERPRISE"] = Mailbox,
        ["SHAREPOINT_PROJECT"] = Sites,
        ["INTUNE_P2"] = ["INTUNE_A"],
        ["Intune-EPM"] = ["INTUNE_A"],
        ["M365_COPILOT_TEAMS"] = ["TEAMS1"],
        ["M365_COPILOT_APPS"] = ["OFFICESUBSCRIPTION", "OFFICE_BUSINESS"],
    };

    private readonly ConcurrentDictionary<string, string[]> _learned = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The first plan that needs another one which is not among all; null when none does.</summary>
    /// <param name="plans">The plans that are asked about.</param>
    /// <param name="all">All plans that the person would have.</param>
    public HeldPlan? Missing(IEnumerable<HeldPlan> plans, IReadOnlyCollection<HeldPlan> all) =>
        plans.FirstOrDefault(plan => NeedsOf(plan) is { } needs && !all.Any(held => needs.Contains(held.Name, StringComparer.OrdinalIgnoreCase) || needs.Contains(held.Id, StringComparer.OrdinalIgnoreCase)));

    /// <summary>Learns from Graph's refusal: "service plan A depends on the service plan(s) B, C".</summary>
    public void Learn(string? message)
    {
        if (message is not null && Refusal().Match(message) is { Success: true } found)
            _learned[found.Groups["plan"].Value] = found.Groups["needs"].Value.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private string[]? NeedsOf(HeldPlan plan) =>
        Known.GetValueOrDefault(plan.Name) ?? _learned.GetValueOrDefault(plan.Name) ?? (plan.Id.Length > 0 ? _learned.GetValueOrDefault(plan.Id) : null);

    [GeneratedRegex(@"service plan\s+'?(?<plan>[\w-]{1,80})'?\s+depends on the service plan\(s\)\s+(?<needs>[\w, ;-]{1,400})", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Refusal();
}

/// <summary>A service plan that a person has or would have.</summary>
/// <param name="Name">Its name; empty when Graph gave none.</param>
/// <param name="Id">Its id; empty when Graph gave none.</param>
internal sealed record HeldPlan(string Name, string Id);

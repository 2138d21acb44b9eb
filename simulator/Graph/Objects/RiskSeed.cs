using System.Text.Json.Nodes;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Graph.Objects;

/// <summary>A user at risk at the start.</summary>
internal static class RiskSeed
{
    public static JsonObject Make(SimulatedPerson person, string level, DateTimeOffset now) => new()
    {
        ["id"] = person.Id,
        ["userDisplayName"] = person.DisplayName,
        ["userPrincipalName"] = person.UserPrincipalName,
        ["isDeleted"] = false,
        ["isProcessing"] = false,
        ["riskLevel"] = level,
        ["riskState"] = level == "none" ? "none" : "atRisk",
        ["riskDetail"] = "none",
        ["riskLastUpdatedDateTime"] = Moments.Text(now.AddHours(-6)),
    };
}

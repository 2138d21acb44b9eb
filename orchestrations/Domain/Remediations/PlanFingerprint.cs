using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Remediations;

/// <summary>The hash by which a plan is approved.</summary>
internal static class PlanFingerprint
{
    /// <summary>SHA-256 over the plan's JSON, lower-case hex.</summary>
    public static string Of(Plan plan) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(DurableJson.Write(plan))));
}

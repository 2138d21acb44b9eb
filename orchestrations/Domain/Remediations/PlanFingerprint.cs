using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Remediations;

/// <summary>The hash by which a plan is approved.</summary>
internal static class PlanFingerprint
{
    /// <summary>SHA-256 over the plan's canonical text in the form in which it was written (<see cref="PlanForm"/>), lower-case hex.</summary>
    public static PlanHash Of(Plan plan) => new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(PlanForm.FieldsOf(plan).ToString()))));
}

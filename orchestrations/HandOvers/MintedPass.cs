using System.Text.Json.Serialization;

namespace HelpDesk.Orchestrations.HandOvers;

/// <summary>A pass that was just made.</summary>
/// <param name="Id">Id of the pass in the directory; no secret.</param>
/// <param name="Secret">The pass. Goes into one response and nowhere else (P3).</param>
/// <param name="ExpiresAt">UTC.</param>
/// <param name="RequestId">Graph request-id, for the audit entry.</param>
public sealed record MintedPass(string Id, [property: JsonIgnore] string Secret, DateTimeOffset ExpiresAt, string? RequestId)
{
    /// <summary>Never shows the pass: a record's own text would.</summary>
    public override string ToString() => $"MintedPass {Id}";
}

using System.Text.Json.Serialization;

namespace HelpDesk.Orchestrations.HandOvers;

/// <summary>What became of a press on "Show pass".</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Secret">The pass; only when shown. Goes into this one response (P3).</param>
/// <param name="ExpiresAt">Until when the pass is valid, UTC.</param>
/// <param name="Message">What happened, why, and what to do next.</param>
public sealed record PassOutcome(PassOutcomeKind Kind, [property: JsonIgnore] string? Secret, DateTimeOffset? ExpiresAt, string Message)
{
    /// <summary>No pass, and why.</summary>
    public static PassOutcome No(PassOutcomeKind kind, string message) => new(kind, null, null, message);

    /// <summary>Never shows the pass: a record's own text would.</summary>
    public override string ToString() => $"PassOutcome {Kind}";
}

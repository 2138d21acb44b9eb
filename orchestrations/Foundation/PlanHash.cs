using System.Text.Json.Serialization;

namespace HelpDesk.Orchestrations.Foundation;

/// <summary>The hash by which a plan is approved. Written as plain text.</summary>
/// <param name="Value">SHA-256, lower-case hex.</param>
[JsonConverter(typeof(TypedIdConverter<PlanHash>))]
public readonly record struct PlanHash(string Value) : ITypedId<PlanHash>
{
    /// <inheritdoc />
    public static PlanHash From(string value) => new(value);

    /// <summary>The hash as text.</summary>
    public static implicit operator string(PlanHash hash) => hash.Value;

    /// <inheritdoc />
    public override string ToString() => Value;
}

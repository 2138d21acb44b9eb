using System.Text.Json.Serialization;

namespace HelpDesk.Orchestrations.Foundation;

/// <summary>The id of what a step changes: of an account, a device or a group. Written as plain text.</summary>
/// <param name="Value">The id.</param>
[JsonConverter(typeof(TypedIdConverter<TargetId>))]
public readonly record struct TargetId(string Value) : ITypedId<TargetId>
{
    /// <inheritdoc />
    public static TargetId From(string value) => new(value);

    /// <summary>The id as text.</summary>
    public static implicit operator string(TargetId id) => id.Value;

    /// <inheritdoc />
    public override string ToString() => Value;
}

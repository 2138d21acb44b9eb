using System.Text.Json.Serialization;

namespace HelpDesk.Orchestrations.Foundation;

/// <summary>The id of a group. Written as plain text.</summary>
/// <param name="Value">Object id in Entra.</param>
[JsonConverter(typeof(TypedIdConverter<GroupId>))]
public readonly record struct GroupId(string Value) : ITypedId<GroupId>
{
    /// <inheritdoc />
    public static GroupId From(string value) => new(value);

    /// <summary>The id as text.</summary>
    public static implicit operator string(GroupId id) => id.Value;

    /// <summary>True when it names the same group: object ids come in either case.</summary>
    public bool Is(GroupId other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public override string ToString() => Value;
}

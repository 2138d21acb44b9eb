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

    /// <inheritdoc />
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;

namespace HelpDesk.Orchestrations.Foundation;

/// <summary>The id of a person. Written as plain text.</summary>
/// <param name="Value">Object id in Entra.</param>
[JsonConverter(typeof(TypedIdConverter<PersonId>))]
public readonly record struct PersonId(string Value) : ITypedId<PersonId>
{
    /// <inheritdoc />
    public static PersonId From(string value) => new(value);

    /// <summary>The id as text.</summary>
    public static implicit operator string(PersonId id) => id.Value;

    /// <summary>True when it names the same person: object ids come in either case.</summary>
    public bool Is(PersonId other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public override string ToString() => Value;
}

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

    /// <inheritdoc />
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;

namespace HelpDesk.Orchestrations.Foundation;

/// <summary>The id of a case: of a ticket, an undo or a bulk run. Written as plain text.</summary>
/// <param name="Value">The id.</param>
[JsonConverter(typeof(TypedIdConverter<CaseId>))]
public readonly record struct CaseId(string Value) : ITypedId<CaseId>
{
    /// <inheritdoc />
    public static CaseId From(string value) => new(value);

    /// <summary>The id as text.</summary>
    public static implicit operator string(CaseId id) => id.Value;

    /// <inheritdoc />
    public override string ToString() => Value;
}

using System.Text.Json.Serialization;

namespace HelpDesk.Orchestrations.Ledger.Cases.Finding;

/// <summary>What the list of all cases knows of one, at its place: the facts one can filter by. No text of a ticket and no name.</summary>
/// <param name="State">Its state.</param>
/// <param name="Path">Which way it took.</param>
/// <param name="Intent">Intent id; null = not known.</param>
/// <param name="UpdatedAt">When the case last changed, UTC: of two writers the later one counts.</param>
/// <param name="Terms">Which terms it can be found by (<see cref="CaseTerms.MarkOf"/>); written after them, so that a stop between the two is seen.</param>
internal sealed record CaseLine(
    [property: JsonPropertyName("s")] CaseState? State,
    [property: JsonPropertyName("p")] CasePath Path,
    [property: JsonPropertyName("i")] string? Intent,
    [property: JsonPropertyName("u")] DateTimeOffset UpdatedAt,
    [property: JsonPropertyName("t")] string? Terms)
{
    /// <summary>A place that is another's: two openings at the same moment left two, and the record names one.</summary>
    public static CaseLine Void { get; } = new(null, CasePath.Undecided, null, DateTimeOffset.MaxValue, null);

    /// <summary>That of a case that is about to be opened.</summary>
    public static CaseLine Opening { get; } = new(CaseState.Working, CasePath.Undecided, null, DateTimeOffset.MinValue, null);

    /// <summary>That of a case.</summary>
    public static CaseLine Of(CaseRecord record) => new(record.State, record.Path, record.Intent, record.UpdatedAt, CaseTerms.MarkOf(record));

    /// <summary>True when another line says the same of the case, whenever it was written.</summary>
    public bool SaysTheSameAs(CaseLine other) => this == other with { UpdatedAt = UpdatedAt };

    /// <summary>What tallies count it under; null when it is no case.</summary>
    [JsonIgnore]
    public string? Kind => State is { } state ? $"{state}|{Path}|{Intent}" : null;
}

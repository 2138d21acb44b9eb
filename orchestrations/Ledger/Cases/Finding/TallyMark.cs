using System.Text.Json.Serialization;

namespace HelpDesk.Orchestrations.Ledger.Cases.Finding;

/// <summary>How far the cases are tallied. Places go from the newest to the oldest: what is at or behind a place is as old or older.</summary>
/// <param name="Tallied">From this place on every case is in a tally; null = none is.</param>
/// <param name="Claimed">From this place on somebody is tallying, or has; who changes a case there afterwards notes it.</param>
/// <param name="ClaimedAt">Since when, UTC.</param>
/// <param name="NotedUntil">Notes of changes up to this moment are in the tallies.</param>
internal sealed record TallyMark(
    [property: JsonPropertyName("t")] string? Tallied,
    [property: JsonPropertyName("c")] string? Claimed,
    [property: JsonPropertyName("a")] DateTimeOffset ClaimedAt,
    [property: JsonPropertyName("n")] DateTimeOffset NotedUntil)
{
    /// <summary>That nothing is tallied.</summary>
    public static TallyMark None { get; } = new(null, null, DateTimeOffset.MinValue, DateTimeOffset.MinValue);
}

/// <summary>How many cases of each kind lie between two places.</summary>
/// <param name="Kinds">Numbers by <see cref="CaseLine.Kind"/>.</param>
/// <param name="Few">Where the cases of a kind are, when they are few.</param>
internal sealed record CaseTally(
    [property: JsonPropertyName("k")] IReadOnlyDictionary<string, int> Kinds,
    [property: JsonPropertyName("f")] IReadOnlyDictionary<string, IReadOnlyList<string>> Few)
{
    /// <summary>Up to how many places of a kind are kept: so many are read one by one, more by reading all between the two places.</summary>
    public const int MostFew = 4;

    /// <summary>Counts lines.</summary>
    public static CaseTally Of(IEnumerable<(string Place, CaseLine Line)> lines)
    {
        var kinds = lines.Where(item => item.Line.Kind is not null).GroupBy(item => item.Line.Kind!, item => item.Place, StringComparer.Ordinal)
            .OrderBy(kind => kind.Key, StringComparer.Ordinal).ToList();
        return new CaseTally(
            kinds.ToDictionary(kind => kind.Key, kind => kind.Count(), StringComparer.Ordinal),
            kinds.Where(kind => kind.Count() <= MostFew).ToDictionary(kind => kind.Key, kind => (IReadOnlyList<string>)[.. kind], StringComparer.Ordinal));
    }
}

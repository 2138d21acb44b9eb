using System.Text.Json.Serialization;

namespace HelpDesk.Adapters.Graph.Throttling;

/// <summary>
/// The parts of Graph's limits that instances have which use Graph now. All are in one record, so that no instance takes a part that another
/// one still has. It holds no time: the clocks of two machines differ.
/// </summary>
/// <param name="Instances">The instances by id.</param>
internal sealed record LimitShares(IReadOnlyDictionary<string, InstanceShare>? Instances)
{
    // Far above what a plan allows: more entries were not written by instances.
    private const int MostEntries = 1_000;
    private const int LongestId = 64;

    /// <summary>No instance uses Graph.</summary>
    public static LimitShares None { get; } = new(new Dictionary<string, InstanceShare>(StringComparer.Ordinal));

    /// <summary>What stands for a record that is not one of ours.</summary>
    public static LimitShares Unreadable { get; } = new((IReadOnlyDictionary<string, InstanceShare>?)null);

    /// <summary>False when instances of this product did not write it.</summary>
    [JsonIgnore]
    public bool IsSound => Instances is { Count: <= MostEntries }
        && Instances.All(static entry => entry.Key.Length <= LongestId && entry.Value is { Part: > 0 and <= 1, Beat: > 0 });

    /// <summary>
    /// The record after a beat. An instance takes as much as each would have, and waits for what others have and did not give back yet. At
    /// least it takes what is said; of a record that is not sound no more than that, because it does not say what the others have.
    /// </summary>
    /// <param name="id">Who beats.</param>
    /// <param name="dead">Those without a beat for long: they lose their parts.</param>
    /// <param name="atLeast">What one instance may use whatever the others do.</param>
    public LimitShares Beat(string id, IReadOnlySet<string> dead, double atLeast)
    {
        if (!IsSound)
            return new LimitShares(new Dictionary<string, InstanceShare>(StringComparer.Ordinal) { [id] = new(1, atLeast) });
        var others = Instances!.Where(entry => entry.Key != id && !dead.Contains(entry.Key)).ToDictionary(StringComparer.Ordinal);
        var left = 1 - others.Values.Sum(static other => other.Part);
        var part = Math.Min(1.0 / (others.Count + 1), Math.Max(left, atLeast));
        var beat = Instances!.GetValueOrDefault(id)?.Beat ?? 0;
        return new LimitShares(new Dictionary<string, InstanceShare>(others, StringComparer.Ordinal) { [id] = new(beat == long.MaxValue ? 1 : beat + 1, part) });
    }

    /// <summary>The record without an instance.</summary>
    public LimitShares Without(string id) => IsSound ? new(Instances!.Where(entry => entry.Key != id).ToDictionary(StringComparer.Ordinal)) : this;
}

/// <summary>What an instance has of the limits.</summary>
/// <param name="Beat">Another number at each beat.</param>
/// <param name="Part">Its part of what is this app's, above 0 to 1.</param>
internal sealed record InstanceShare(long Beat, double Part);

namespace HelpDesk.Adapters.Graph.Calls;

/// <summary>Compares a moment of Graph's clock with one of ours.</summary>
internal static class Clocks
{
    /// <summary>How far the two may be apart. Two minutes: chosen above what a machine that keeps time shows, below any approval.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromMinutes(2);

    /// <summary>True when something seen at Graph happened since our <paramref name="start"/>.</summary>
    public static bool IsSince(DateTimeOffset? seen, DateTimeOffset start) => seen is { } at && at >= start - Apart;
}

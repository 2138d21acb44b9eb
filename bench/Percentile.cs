namespace HelpDesk.Bench;

/// <summary>Percentiles of sorted times.</summary>
internal static class Percentile
{
    /// <summary>The value that <paramref name="share"/> (0 to 1) of the sorted times do not exceed.</summary>
    public static double At(double[] sorted, double share) =>
        sorted[Math.Clamp((int)Math.Ceiling(sorted.Length * share) - 1, 0, sorted.Length - 1)];
}

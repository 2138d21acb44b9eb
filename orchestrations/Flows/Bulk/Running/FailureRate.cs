using System.Globalization;
using HelpDesk.Orchestrations.Domain.Bulk;

namespace HelpDesk.Orchestrations.Flows.Bulk.Running;

/// <summary>When a bulk run stops by itself.</summary>
internal static class FailureRate
{
    /// <summary>Why it stops; null when it goes on.</summary>
    /// <param name="wave">What ended in the wave.</param>
    /// <param name="all">What ended in the run, the wave included.</param>
    /// <param name="limits">As approved.</param>
    /// <param name="isWaveOver">True when nothing of the wave is open any more: then few are enough to judge by.</param>
    public static string? WhyStop(BulkTally wave, BulkTally all, BulkLimits limits, bool isWaveOver)
    {
        if (wave.Bad > 0 && (isWaveOver || wave.Judged >= limits.JudgedFrom) && Share(wave) >= limits.WaveFailures)
            return Words("this wave", wave, limits.WaveFailures);
        return all.Bad > 0 && (isWaveOver || all.Judged >= limits.JudgedFrom) && Share(all) >= limits.AllFailures
            ? Words("the run", all, limits.AllFailures)
            : null;
    }

    private static double Share(BulkTally tally) => (double)tally.Bad / tally.Judged;

    private static string Words(string what, BulkTally tally, double limit) =>
        string.Create(CultureInfo.InvariantCulture, $"{tally.Bad} of {tally.Judged} targets of {what} failed; it stops at {limit:P0}.");
}

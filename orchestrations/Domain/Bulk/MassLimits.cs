namespace HelpDesk.Orchestrations.Domain.Bulk;

/// <summary>How a mass run goes, as it was approved.</summary>
/// <param name="FirstWaves">Targets of the first waves, in order; the rest is the last one.</param>
/// <param name="Parallel">Targets that are worked on at the same time; 1 to 50.</param>
/// <param name="EffectsPerHour">Most effects (steps on targets) of all mass runs together that are begun in one clock hour.</param>
/// <param name="WaveFailures">Share of failed targets of one wave, 0 to 1, at which the run stops.</param>
/// <param name="AllFailures">Share of failed targets of the whole run, 0 to 1, at which it stops.</param>
/// <param name="JudgedFrom">So many targets must have ended before a share is judged; the end of a wave is always judged.</param>
public sealed record MassLimits(
    IReadOnlyList<int> FirstWaves, int Parallel, int EffectsPerHour, double WaveFailures, double AllFailures, int JudgedFrom)
{
    /// <summary>The waves of so many targets; never empty ones.</summary>
    public IReadOnlyList<MassWave> WavesOf(int targets)
    {
        var waves = new List<MassWave>();
        var from = 0;
        foreach (var size in FirstWaves.Append(targets))
        {
            if (from >= targets)
                break;
            var to = Math.Min(targets, from + size);
            waves.Add(new MassWave(from, to));
            from = to;
        }

        return waves;
    }
}

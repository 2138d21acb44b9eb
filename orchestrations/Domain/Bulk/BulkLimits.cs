namespace HelpDesk.Orchestrations.Domain.Bulk;

/// <summary>How a bulk run goes, as it was approved.</summary>
/// <param name="FirstWaves">Targets of the first waves, in order; the rest is the last one.</param>
/// <param name="Parallel">Targets that are worked on at the same time; 1 to 50.</param>
/// <param name="EffectsPerHour">Most effects (steps on targets) of all bulk runs together that are begun in one clock hour.</param>
/// <param name="WaveFailures">Share of failed targets of one wave, 0 to 1, at which the run stops.</param>
/// <param name="AllFailures">Share of failed targets of the whole run, 0 to 1, at which it stops.</param>
/// <param name="JudgedFrom">So many targets must have ended before a share is judged; the end of a wave is always judged.</param>
public sealed record BulkLimits(
    IReadOnlyList<int> FirstWaves, int Parallel, int EffectsPerHour, double WaveFailures, double AllFailures, int JudgedFrom)
{
    /// <summary>The waves of so many targets; never empty ones.</summary>
    public IReadOnlyList<BulkWave> WavesOf(int targets)
    {
        var waves = new List<BulkWave>();
        var from = 0;
        foreach (var size in FirstWaves.Append(targets))
        {
            if (from >= targets)
                break;
            var to = Math.Min(targets, from + size);
            waves.Add(new BulkWave(from, to));
            from = to;
        }

        return waves;
    }
}

/// <summary>One wave of a bulk run.</summary>
/// <param name="From">Number of its first target, from 0.</param>
/// <param name="To">Number behind its last target.</param>
public sealed record BulkWave(int From, int To)
{
    /// <summary>How many targets it has.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Count => To - From;
}

/// <summary>What policy says of bulk runs (<c>policy/bulk.yaml</c>).</summary>
/// <param name="Limits">How a run goes.</param>
/// <param name="MostTargets">Most lines that one run takes; at most 2,000.</param>
/// <param name="Approval">Name of the requirement in <c>policy/approvals.yaml</c> that every run needs at least.</param>
public sealed record BulkRules(BulkLimits Limits, int MostTargets, string Approval);

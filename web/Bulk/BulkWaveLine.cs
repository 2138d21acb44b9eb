using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Flows.Bulk;

namespace HelpDesk.Web.Bulk;

/// <summary>One wave as it is shown.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Targets">How many targets it has.</param>
/// <param name="Running">How many are being worked on.</param>
/// <param name="Ended">What ended.</param>
/// <param name="IsLast">True when the run has ended: no more targets start. Default false.</param>
public sealed record BulkWaveLine(string Name, int Targets, int Running, BulkTally Ended, bool IsLast = false)
{
    /// <summary>How many have not started.</summary>
    public int Waiting => Math.Max(0, Targets - Running - Ended.Ended);

    /// <summary>Its state.</summary>
    public (string Text, string Tone) State => this switch
    {
        { Waiting: 0, Running: 0 } => ("Done", Ended.Bad > 0 ? "bad" : "good"),
        { IsLast: true, Ended.Ended: 0 } => ("Not started", "plain"),
        { IsLast: true } => ("Stopped", "wait"),
        { Running: 0, Ended.Ended: 0 } => ("Waiting", "plain"),
        { Running: 0 } => ("Paused", "wait"),
        _ => ("Running", "info"),
    };

    /// <summary>The waves of a run, in order.</summary>
    /// <param name="run">The run.</param>
    /// <param name="rows">States of its targets.</param>
    public static IReadOnlyList<BulkWaveLine> Of(BulkRun run, IReadOnlyList<BulkTargetRow> rows) =>
        [.. run.Waves.Select((wave, at) => Of(run, NameOf(at, run.Waves.Count), wave, rows))];

    /// <summary>All waves of a run together.</summary>
    /// <param name="run">The run.</param>
    /// <param name="rows">States of its targets.</param>
    public static BulkWaveLine AllOf(BulkRun run, IReadOnlyList<BulkTargetRow> rows) => Of(run, "All", new BulkWave(0, run.Targets), rows);

    private static BulkWaveLine Of(BulkRun run, string name, BulkWave wave, IReadOnlyList<BulkTargetRow> rows)
    {
        var own = rows.Where(row => row.Number >= wave.From && row.Number < wave.To).ToList();
        return new BulkWaveLine(
            name, wave.Count, own.Count(row => row.State == BulkTargetState.Running), own.Aggregate(BulkTally.Zero, (tally, row) => tally.With(row.State)), run.Phase == BulkPhase.Ended);
    }

    private static string NameOf(int wave, int count) =>
        wave == 0 && count > 1 ? "Canary" : wave == count - 1 && count > 2 ? "Remaining" : $"Wave {wave + 1}";
}

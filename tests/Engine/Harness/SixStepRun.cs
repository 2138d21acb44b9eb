using HelpDesk.Adapters.Sqlite.Files;
using HelpDesk.Local.Engine;
using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Engine.Tests.Harness;

/// <summary>Drives one workflow to its end over as many engines as it takes, like an operator who restarts what died.</summary>
internal sealed class SixStepRun : IDisposable
{
    private const int MostEngines = 100;

    // Every look moves the clock by a month: while a slow disk commits the end, more than the default retention passes, and the finished
    // run would be purged before anybody saw it.
    private static readonly TimeSpan Retention = TimeSpan.FromDays(365_000);

    private readonly EngineFiles _files = new();
    private readonly World _world = new() { Behaviour = OnceBusy };
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private readonly WorkflowReference<string, string> _workflow;
    private readonly WorkflowReference[] _all;

    public SixStepRun(WorkflowReference<string, string> workflow, params WorkflowReference[] others) =>
        (_workflow, _all) = (workflow, [workflow, .. others]);

    public string? Output { get; private set; }

    public int Engines { get; private set; }

    public IEnumerable<string> Effects => _world.Effects.Select(static e => $"{e.Key}={e.Value}").Order(StringComparer.Ordinal);

    public int Attempts(string key) => _world.Runs.Count(r => r.Key == key);

    public void Dispose() => _files.Dispose();

    public async Task RunAsync(Func<int, ICommitHold?> gate, bool raise = true)
    {
        while (Output is null)
        {
            (++Engines).ShouldBeLessThan(MostEngines, "every engine must bring the run further");
            await using var engine = await TestEngine.StartAsync(_files, _world, _time, _all, o => (o.CommitHold, o.Retention) = (gate(Engines), Retention));
            try
            {
                await DriveAsync(engine, raise);
            }
            catch (EngineStoppedException)
            {
                // Died as planned; the next engine goes on.
            }
        }
    }

    private static Task<string> OnceBusy(string input, int attempt) =>
        input == "busy" && attempt == 1 ? throw World.Busy() : Task.FromResult(input);

    private async Task DriveAsync(TestEngine engine, bool raise)
    {
        if (await engine.Client.GetStatusAsync("six", default) is null)
            await engine.Client.StartAsync(_workflow, "six", "", default);
        if (raise && !Raised())
            await engine.Client.RaiseEventAsync("six", "go", "now", default);
        var end = await engine.UntilAsync("six", status =>
        {
            _time.Advance(TimeSpan.FromDays(30));
            return status.State is WorkflowState.Completed or WorkflowState.Failed;
        });
        Output = end.OutputJson ?? end.Failure;
    }

    /// <summary>A raise whose answer was lost is not repeated when it is on disk: an engine with one commit left would never get further.</summary>
    private bool Raised() =>
        _files.Query("SELECT (SELECT count(*) FROM inbox WHERE kind=4) + (SELECT count(*) FROM history WHERE kind=4)") > 0;
}

using System.Globalization;
using System.Text.Json;
using HelpDesk.Engine.Tests.Harness;
using HelpDesk.Local.Engine;
using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Engine.Tests.Properties;

/// <summary>Drives a random workflow to its end over as many engines as power cuts leave it.</summary>
internal sealed class ProgramRun : IDisposable
{
    // As in the crash tests: the clock flies, and what has ended must not be purged before it is seen.
    private static readonly TimeSpan Retention = TimeSpan.FromDays(365_000);

    private readonly EngineFiles _files = new();
    private readonly World _world = new() { Behaviour = RandomWorkflow.ActAsync };
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    // Events whose raise was answered.
    private int _raised;

    /// <summary>What the workflow gave back; what it failed with when it failed.</summary>
    public string? Output { get; private set; }

    /// <summary>Values of all effects, sorted.</summary>
    public IEnumerable<string> Effects => _world.Effects.Values.Order(StringComparer.Ordinal);

    public void Dispose() => _files.Dispose();

    public async Task RunAsync(RandomProgram program, int events, IReadOnlyList<CutAt> cuts)
    {
        for (var engines = 0; Output is null; engines++)
        {
            engines.ShouldBeLessThanOrEqualTo(cuts.Count, "an engine without a power cut must end the run");
            var gate = engines < cuts.Count ? new PowerCut(cuts[engines].Commit, cuts[engines].After) : null;
            await using var engine = await TestEngine.StartAsync(
                _files, _world, _time, [RandomWorkflow.Reference, RandomWorkflow.RandomChild.Reference], options => (options.CommitHold, options.Retention) = (gate, Retention));
            try
            {
                await DriveAsync(engine, program, events);
            }
            catch (EngineStoppedException)
            {
                // Died as planned; the next engine goes on.
            }
        }
    }

    private async Task DriveAsync(TestEngine engine, RandomProgram program, int events)
    {
        if (await engine.Client.GetStatusAsync("p", default) is null)
            await engine.Client.StartAsync(RandomWorkflow.Reference, "p", program, default);
        // A raise whose answer was lost is not repeated when it is on disk: as its sender would, by asking. Nothing was committed after
        // it, so it was not consumed either; of earlier ones the history may be gone with its generation.
        if (IsOnDisk(_raised))
            _raised++;
        for (; _raised < events; _raised++)
            await engine.Client.RaiseEventAsync("p", "go", _raised.ToString(CultureInfo.InvariantCulture), default);
        var end = await engine.UntilAsync("p", status =>
        {
            _time.Advance(TimeSpan.FromDays(30));
            return status.State is WorkflowState.Completed or WorkflowState.Failed;
        });
        Output = end.OutputJson is { } json ? JsonSerializer.Deserialize<string>(json) : end.Failure;
    }

    private bool IsOnDisk(int raised) => _files.Query(string.Create(
        CultureInfo.InvariantCulture,
        $"SELECT (SELECT count(*) FROM inbox WHERE kind=4 AND payload='\"{raised}\"') + (SELECT count(*) FROM history WHERE kind=4 AND payload='\"{raised}\"')")) > 0;
}

using HelpDesk.Engine.Tests.Harness;
using HelpDesk.Local.Engine;
using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Engine.Tests;

/// <summary>What most tests of the engine share: a world, a clock that stands, a database.</summary>
public abstract class EngineTest : IDisposable
{
    protected static readonly DateTimeOffset Monday = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    protected EngineFiles Files { get; } = new();

    protected World World { get; } = new();

    protected FakeTimeProvider Time { get; } = new(Monday);

    public void Dispose()
    {
        Files.Dispose();
        GC.SuppressFinalize(this);
    }

    protected Task<TestEngine> StartEngineAsync(params WorkflowReference[] workflows) => StartEngineAsync(null, workflows);

    protected Task<TestEngine> StartEngineAsync(Action<EngineOptions>? configure, params WorkflowReference[] workflows) =>
        TestEngine.StartAsync(Files, World, Time, workflows, configure);
}

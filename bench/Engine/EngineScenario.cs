using System.Diagnostics;
using System.Globalization;
using HelpDesk.Local.Engine;
using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HelpDesk.Bench.Engine;

/// <summary>The embedded durable engine alone: how long a step takes, and how many workflows it finishes.</summary>
internal sealed class EngineScenario : IScenario
{
    private const int LoneSteps = 1_000;
    private const int ManyWorkflows = 2_000;
    private const int Rounds = 3;

    public string Name => "engine";

    public async Task<IReadOnlyList<Figure>> RunAsync(string folder, CancellationToken cancellation)
    {
        using var host = Build(folder);
        await host.StartAsync(cancellation);
        var client = host.Services.GetRequiredService<IWorkflowClient>();
        await ThroughputAsync(client, "warm", cancellation);
        var raw = RawCommit.Measure(folder, 500);
        var steps = await StepsAsync(client, host.Services.GetRequiredService<StepClock>(), cancellation);
        var raws = raw.Concat(RawCommit.Measure(folder, 500)).Order().ToArray();
        var rates = new List<double>();
        for (var round = 0; round < Rounds; round++)
            rates.Add(await ThroughputAsync(client, $"r{round}", cancellation));
        await host.StopAsync(cancellation);

        var rawMedian = Percentile.At(raws, 0.5);
        var step = Percentile.At(steps, 0.5);
        rates.Sort();
        return
        [
            new Figure("one step of a lone workflow, p50", Text($"{step:0.000} ms"), Text($"{rawMedian:0.000} ms"), Text($"{step / rawMedian:0.0}"), "<= 5.0 raw commits", step <= 5 * rawMedian),
            new Figure("2,000 five-step workflows at once, finished per second (median of 3)", Text($"{rates[1]:0} /s"), Text($"{rawMedian:0.000} ms"), "-", ">= 1,000 /s", rates[1] >= 1_000),
        ];
    }

    private static async Task<double[]> StepsAsync(IWorkflowClient client, StepClock clock, CancellationToken cancellation)
    {
        clock.TakeIntervals();
        await client.StartAsync(Steps.Reference, "lone", LoneSteps, cancellation);
        await UntilDoneAsync(client, "lone", cancellation);
        return clock.TakeIntervals();
    }

    private static async Task<double> ThroughputAsync(IWorkflowClient client, string prefix, CancellationToken cancellation)
    {
        var since = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, ManyWorkflows).Select(i => client.StartAsync(Steps.Reference, $"{prefix}-{i}", 5, cancellation)));
        for (var i = 0; i < ManyWorkflows; i++)
            await UntilDoneAsync(client, $"{prefix}-{i}", cancellation);
        return ManyWorkflows / Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    private static async Task UntilDoneAsync(IWorkflowClient client, string id, CancellationToken cancellation)
    {
        while ((await client.GetStatusAsync(id, cancellation))?.State is not WorkflowState.Completed)
            await Task.Delay(1, cancellation);
    }

    private static IHost Build(string folder)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton<StepClock>().AddWorkflow(Steps.Reference).AddActivity(NoOp.Reference);
        builder.Services.AddEmbeddedEngine(o => o.DatabasePath = Path.Combine(folder, "engine.db"));
        return builder.Build();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using System.Collections.Concurrent;
using System.Diagnostics;
using HelpDesk.Engine.Tests.Harness;
using HelpDesk.Local.Engine;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Engine.Tests;

public sealed class TraceTests : EngineTest
{
    [Fact]
    public async Task Trace_OfTheStart_HoldsForTurnsAndActivitiesAfterARestart()
    {
        var seen = new ConcurrentQueue<(string Name, string? Instance, ActivityTraceId Trace)>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name is EngineTelemetry.SourceName or "test",
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => seen.Enqueue((span.OperationName, span.GetTagItem("helpdesk.workflow.instance_id") as string, span.TraceId)),
        };
        ActivitySource.AddActivityListener(listener);
        using var source = new ActivitySource("test");
        var child = Scripted.Workflow("child", (c, input) => c.CallAsync(Act.Other, input));
        var workflow = Scripted.Workflow("traced", async (c, input) =>
        {
            await c.WaitForEventAsync<string>("go", c.UtcNow.AddDays(9));
            return await c.CallChildAsync(child, await c.CallAsync(Act.Reference, input));
        });

        ActivityTraceId trace;
        await using (var first = await StartEngineAsync(workflow, child))
        {
            using var webhook = source.StartActivity("webhook")!;
            trace = webhook.TraceId;
            await first.Client.StartAsync(workflow, "trace-1", "x", default);
            await first.UntilAsync("trace-1", WorkflowState.Running);
        }

        await using (var second = await StartEngineAsync(workflow, child))
        {
            await second.Client.RaiseEventAsync("trace-1", "go", "x", default);
            await second.UntilAsync("trace-1", WorkflowState.Completed);
        }

        var spans = seen.Where(s => s.Instance?.StartsWith("trace-1", StringComparison.Ordinal) == true).ToList();
        spans.Select(s => s.Name).Distinct().Order().ShouldBe(["activity act", "activity other", "turn child", "turn traced"]);
        spans.ShouldAllBe(s => s.Trace == trace);
    }
}

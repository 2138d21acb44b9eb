using HelpDesk.Engine.Tests.Harness;
using HelpDesk.Local.Engine.Queues;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Engine.Tests;

public sealed class TimerTests : EngineTest
{
    private static readonly WorkflowReference<string, string> Sleeps = Scripted.Workflow("sleeps", async (c, input) =>
    {
        var until = c.UtcNow.AddDays(int.Parse(input, null));
        c.SetStatus("asleep");
        await c.SleepUntilAsync(until);
        return $"{(c.UtcNow - until).TotalHours:0}";
    });

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(1_200)]
    public async Task Sleep_AnyLength_WakesAtItsMomentAndNotBefore(int days)
    {
        await using var engine = await StartEngineAsync(Sleeps);
        await engine.Client.StartAsync(Sleeps, "t", $"{days}", default);
        await engine.UntilStatusAsync("t", "asleep");

        Time.Advance(TimeSpan.FromDays(days) - TimeSpan.FromMinutes(1));
        // Another workflow's whole run shows that the engine worked after the clock moved.
        await engine.Client.StartAsync(Sleeps, "probe", "0", default);
        await engine.UntilAsync("probe", WorkflowState.Completed);
        (await engine.Client.GetStatusAsync("t", default))!.State.ShouldBe(WorkflowState.Running);

        Time.Advance(TimeSpan.FromMinutes(1));
        (await engine.UntilAsync("t", WorkflowState.Completed)).OutputJson.ShouldBe("\"0\"");
    }

    [Fact]
    public async Task Sleep_OverARestart_WakesAtOnceWhenItsMomentHasPassed()
    {
        await using (var first = await StartEngineAsync(Sleeps))
        {
            await first.Client.StartAsync(Sleeps, "t", "90", default);
            await first.UntilStatusAsync("t", "asleep");
        }

        Time.Advance(TimeSpan.FromDays(100));
        await using var second = await StartEngineAsync(Sleeps);

        (await second.UntilAsync("t", WorkflowState.Completed)).OutputJson.ShouldBe($"\"{10 * 24}\"");
    }

    [Fact]
    public void Queue_ManyTimers_FireInOrderAndRemovedOnesNever()
    {
        var fired = new List<int>();
        using var queue = new TimerQueue(Time, key => fired.Add(key.Step));
        foreach (var step in new[] { 5, 3, 4, 1, 2 })
            queue.Add(new TimerKey(Monday.AddDays(step * 30), "t", step));
        queue.Remove("t", 3);

        Time.Advance(TimeSpan.FromDays(121));

        fired.ShouldBe([1, 2, 4]);
        queue.Count.ShouldBe(1);
    }
}

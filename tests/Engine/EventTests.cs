using HelpDesk.Engine.Tests.Harness;
using HelpDesk.Local.Engine.Replay;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Engine.Tests;

public sealed class EventTests : EngineTest
{
    private static readonly WorkflowReference<string, string> Waits = Scripted.Workflow("waits", async (c, _) =>
    {
        await c.CallAsync(Act.Reference, "before");
        c.SetStatus("waiting");
        var outcome = await c.WaitForEventAsync<string>("go", c.UtcNow.AddHours(1));
        return outcome.Arrived ? outcome.Value! : "no answer";
    });

    [Fact]
    public async Task Event_AfterTheWait_Arrives()
    {
        await using var engine = await StartEngineAsync(Waits);
        await engine.Client.StartAsync(Waits, "t", "", default);
        await engine.UntilStatusAsync("t", "waiting");

        (await engine.Client.RaiseEventAsync("t", "go", "yes", default)).ShouldBeTrue();

        (await engine.UntilAsync("t", WorkflowState.Completed)).OutputJson.ShouldBe("\"yes\"");
    }

    [Fact]
    public async Task Event_BeforeTheWait_IsKept()
    {
        var release = new TaskCompletionSource();
        World.Behaviour = async (input, _) =>
        {
            await release.Task;
            return input;
        };
        await using var engine = await StartEngineAsync(Waits);
        await engine.Client.StartAsync(Waits, "t", "", default);
        await engine.Client.RaiseEventAsync("t", "other", "not this", default);
        await engine.Client.RaiseEventAsync("t", "go", "early", default);

        release.SetResult();

        (await engine.UntilAsync("t", WorkflowState.Completed)).OutputJson.ShouldBe("\"early\"");
    }

    [Fact]
    public async Task Event_BeforeTheWaitAndARestart_IsKept()
    {
        var stuck = new TaskCompletionSource();
        World.Behaviour = async (input, attempt) =>
        {
            await stuck.Task;
            return input;
        };
        await using (var first = await StartEngineAsync(o => o.StopTimeout = TimeSpan.Zero, Waits))
        {
            await first.Client.StartAsync(Waits, "t", "", default);
            await first.Client.RaiseEventAsync("t", "go", "early", default);
        }

        stuck.SetResult();
        await using var second = await StartEngineAsync(Waits);

        (await second.UntilAsync("t", WorkflowState.Completed)).OutputJson.ShouldBe("\"early\"");
    }

    [Fact]
    public async Task Wait_DeadlinePasses_IsNoAnswer()
    {
        await using var engine = await StartEngineAsync(Waits);
        await engine.Client.StartAsync(Waits, "t", "", default);
        await engine.UntilStatusAsync("t", "waiting");

        Time.Advance(TimeSpan.FromHours(1));

        (await engine.UntilAsync("t", WorkflowState.Completed)).OutputJson.ShouldBe("\"no answer\"");
    }

    [Fact]
    public async Task Wait_DeadlinePassesWhileDown_IsNoAnswerAfterTheStart()
    {
        await using (var first = await StartEngineAsync(Waits))
        {
            await first.Client.StartAsync(Waits, "t", "", default);
            await first.UntilStatusAsync("t", "waiting");
        }

        Time.Advance(TimeSpan.FromDays(4));
        await using var second = await StartEngineAsync(Waits);

        (await second.UntilAsync("t", WorkflowState.Completed)).OutputJson.ShouldBe("\"no answer\"");
    }

    [Fact]
    public async Task Raise_UnknownOrFinished_False()
    {
        var echo = Scripted.Workflow("echo", (_, input) => Task.FromResult(input));
        await using var engine = await StartEngineAsync(echo);
        await engine.Client.StartAsync(echo, "t", "", default);
        await engine.UntilAsync("t", WorkflowState.Completed);

        (await engine.Client.RaiseEventAsync("t", "go", "x", default)).ShouldBeFalse();
        (await engine.Client.RaiseEventAsync("nobody", "go", "x", default)).ShouldBeFalse();
    }

    [Fact]
    public void Buffer_EventRaisedAfterTheDeadline_IsNotForThatWait()
    {
        var buffer = new EventBuffer();
        var wait = new PendingEvent<string>(1, "go", Monday);
        buffer.Wait(wait);

        buffer.Offer(new BufferedEvent("go", "\"late\"", Monday.AddTicks(1))).ShouldBeNull();
        buffer.Offer(new BufferedEvent("go", "\"in time\"", Monday)).ShouldBe(wait);
        buffer.TakeFor(new PendingEvent<string>(2, "go", Monday.AddHours(1)))!.Payload.ShouldBe("\"late\"");
    }
}

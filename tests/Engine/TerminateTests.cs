using HelpDesk.Engine.Tests.Harness;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Engine.Tests;

public sealed class TerminateTests : EngineTest
{
    private static readonly WorkflowReference<string, string> Child = Scripted.Workflow("child", async (c, _) =>
    {
        c.SetStatus("waiting");
        await c.WaitForEventAsync<string>("go", c.UtcNow.AddDays(1));
        return await c.CallAsync(Act.Reference, "after");
    });

    private static readonly WorkflowReference<string, string> Parent = Scripted.Workflow("parent", async (c, input) =>
    {
        try
        {
            return await c.CallChildAsync(Child, input);
        }
        catch (StepFailedException failed)
        {
            return $"{failed.Step} {failed.Code}";
        }
    });

    [Fact]
    public async Task Terminate_Parent_EndsItsChildrenAndRunsNothingMore()
    {
        await using var engine = await StartedAsync();

        (await engine.Client.TerminateAsync("p", "asked to", default)).ShouldBeTrue();

        (await engine.Client.GetStatusAsync("p", default))!.Failure.ShouldBe("asked to");
        var child = (await engine.Client.GetStatusAsync("p:1", default))!;
        (child.State, child.Failure).ShouldBe((WorkflowState.Terminated, "with its parent: asked to"));
        (await engine.Client.RaiseEventAsync("p:1", "go", "x", default)).ShouldBeFalse();
        Time.Advance(TimeSpan.FromDays(2));
        (await engine.Client.TerminateAsync("p", "again", default)).ShouldBeFalse();
        World.Runs.ShouldBeEmpty();
        Files.Query("SELECT (SELECT count(*) FROM timers) + (SELECT count(*) FROM activities) + (SELECT count(*) FROM inbox)").ShouldBe(0);
    }

    [Fact]
    public async Task Terminate_Child_ParentIsTold()
    {
        await using var engine = await StartedAsync();

        await engine.Client.TerminateAsync("p:1", "asked to", default);

        (await engine.UntilAsync("p", WorkflowState.Completed)).OutputJson.ShouldBe("\"child Terminated\"");
    }

    [Fact]
    public async Task Terminate_WhileAnActivityRuns_ItsAnswerChangesNothing()
    {
        var running = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        World.Behaviour = async (input, _) =>
        {
            running.TrySetResult();
            await release.Task;
            return input;
        };
        var workflow = Scripted.Workflow("calls", async (c, _) => await c.CallAsync(Act.Reference, "a") + await c.CallAsync(Act.Reference, "b"));
        await using var engine = await StartEngineAsync(workflow);
        await engine.Client.StartAsync(workflow, "t", "", default);
        await running.Task;

        await engine.Client.TerminateAsync("t", "stop", default);
        release.SetResult();
        await Eventually.True(() => World.Effects.Count == 1, "the running attempt to end");
        await engine.Client.StartAsync(workflow, "probe", "", default);
        await engine.UntilAsync("probe", WorkflowState.Completed);

        (await engine.Client.GetStatusAsync("t", default))!.State.ShouldBe(WorkflowState.Terminated);
        World.Runs.Count(r => r.Key.StartsWith("t/", StringComparison.Ordinal)).ShouldBe(1);
    }

    private async Task<TestEngine> StartedAsync()
    {
        var engine = await StartEngineAsync(Parent, Child);
        await engine.Client.StartAsync(Parent, "p", "x", default);
        await engine.UntilStatusAsync("p:1", "waiting");
        return engine;
    }
}

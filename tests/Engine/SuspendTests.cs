using HelpDesk.Engine.Tests.Harness;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Engine.Tests;

public sealed class SuspendTests : EngineTest
{
    [Fact]
    public async Task ForeignAwait_NothingElseOutstanding_SuspendsAndNamesTheStep()
    {
        var foreign = new TaskCompletionSource();
        var workflow = Scripted.Workflow("foreign", async (c, input) =>
        {
            await c.CallAsync(Act.Reference, input);
            await foreign.Task;
            return "";
        });
        await using var engine = await StartEngineAsync(workflow);

        await engine.Client.StartAsync(workflow, "t", "x", default);

        (await engine.UntilAsync("t", WorkflowState.Suspended)).Failure
            .ShouldBe("after step 1 (activity:act) the code awaits something that is not from its context.");
        Files.Log.Lines.ShouldContain(l => l.Event.Id == 2002);
    }

    [Fact]
    public async Task ForeignAwait_BesideAnOwnOne_SuspendsWhenItContinues()
    {
        var foreign = new TaskCompletionSource();
        var workflow = Scripted.Workflow("foreign", async (c, _) =>
        {
            c.SetStatus("waiting");
            await Task.WhenAny(c.SleepUntilAsync(c.UtcNow.AddDays(1)), foreign.Task);
            return "";
        });
        await using var engine = await StartEngineAsync(workflow);
        await engine.Client.StartAsync(workflow, "t", "x", default);
        await engine.UntilStatusAsync("t", "waiting");

        foreign.SetResult();

        (await engine.UntilAsync("t", WorkflowState.Suspended)).Failure!.ShouldContain("after step 1 (timer)");
    }

    [Fact]
    public async Task ForeignThread_ConfigureAwaitFalse_Suspends()
    {
        var workflow = Scripted.Workflow("foreign", async (c, input) =>
        {
            await c.CallAsync(Act.Reference, input).ConfigureAwait(false);
            return await c.CallAsync(Act.Other, input);
        });
        await using var engine = await StartEngineAsync(workflow);

        await engine.Client.StartAsync(workflow, "t", "x", default);

        (await engine.UntilAsync("t", WorkflowState.Suspended)).Failure!.ShouldContain("not from its context");
        World.Runs.Select(r => r.Key).ShouldBe(["t/1"]);
    }

    [Fact]
    public async Task ChangedWorkflow_AfterARestart_SuspendsAndNamesStepAndBoth()
    {
        await RunToWaitAsync();
        var changed = Scripted.Workflow("order", async (c, input) =>
        {
            await c.CallAsync(Act.Other, input);
            return "";
        });
        await using var engine = await StartEngineAsync(changed);

        await engine.Client.RaiseEventAsync("t", "go", "now", default);

        (await engine.UntilAsync("t", WorkflowState.Suspended)).Failure
            .ShouldBe("history step 1 is activity:act, the code asked for activity:other: the workflow was changed.");
    }

    [Fact]
    public async Task ChangedWorkflow_ThatCatchesEverything_StillSuspends()
    {
        await RunToWaitAsync();
        var changed = Scripted.Workflow("order", async (c, input) =>
        {
            try
            {
                await c.CallAsync(Act.Other, input);
            }
            catch (Exception)
            {
                return "swallowed";
            }

            return "";
        });
        await using var engine = await StartEngineAsync(changed);

        await engine.Client.RaiseEventAsync("t", "go", "now", default);

        await engine.UntilAsync("t", WorkflowState.Suspended);
    }

    [Fact]
    public async Task Unpark_AfterTheCauseWasRemoved_GoesOnWithTheEventThatCame()
    {
        await RunToWaitAsync();
        await using (var wrong = await StartEngineAsync(Scripted.Workflow("order", (_, input) => Task.FromResult(input))))
        {
            await wrong.Client.RaiseEventAsync("t", "go", "now", default);
            await wrong.UntilAsync("t", WorkflowState.Suspended);
            (await wrong.Client.ResumeAsync("nobody", default)).ShouldBeFalse();
        }

        await using var right = await StartEngineAsync(Order());
        (await right.Client.GetStatusAsync("t", default))!.State.ShouldBe(WorkflowState.Suspended);
        (await right.Client.ResumeAsync("t", default)).ShouldBeTrue();

        (await right.UntilAsync("t", WorkflowState.Completed)).OutputJson.ShouldBe("\"now\"");
        World.Runs.Select(r => r.Key).ShouldBe(["t/1", "t/3"]);
    }

    [Fact]
    public async Task Answer_WhileSuspended_IsKeptAndNotAskedForAgain()
    {
        var changed = false;
        var slow = new TaskCompletionSource();
        World.Behaviour = async (input, _) =>
        {
            if (input == "slow")
                await slow.Task;
            return input;
        };
        var workflow = Scripted.Workflow("pair", async (c, _) =>
        {
            if (Volatile.Read(ref changed))
                await c.SleepUntilAsync(c.UtcNow.AddDays(1));
            return string.Join('+', await Task.WhenAll(c.CallAsync(Act.Reference, "slow"), c.CallAsync(Act.Other, "fast")));
        });
        // Nothing stays in memory, so that the fast answer is heard by the changed code.
        await using var engine = await StartEngineAsync(o => o.MaxLiveInstances = 0, workflow);
        World.Behaviour = Changing(World.Behaviour, () => Volatile.Write(ref changed, true));
        await engine.Client.StartAsync(workflow, "t", "", default);
        await engine.UntilAsync("t", WorkflowState.Suspended);

        slow.SetResult();
        await Eventually.True(() => Files.Query("SELECT count(*) FROM activities") == 0, "both answers to be kept");
        Volatile.Write(ref changed, false);
        await engine.Client.ResumeAsync("t", default);

        (await engine.UntilAsync("t", WorkflowState.Completed)).OutputJson.ShouldBe("\"slow+fast\"");
        World.Runs.Count.ShouldBe(2);
    }

    [Fact]
    public async Task UnknownActivityOrWorkflow_AfterARestart_SuspendsAndNamesIt()
    {
        await RunToWaitAsync();
        await using var engine = await StartEngineAsync();

        await engine.Client.RaiseEventAsync("t", "go", "now", default);

        (await engine.UntilAsync("t", WorkflowState.Suspended)).Failure.ShouldBe("workflow order is not registered in this program.");
    }

    [Fact]
    public async Task RecordedResult_OfAnotherShape_SuspendsAndNamesTheStep()
    {
        await RunToWaitAsync();
        var numbers = new ActivityReference<string, int>("act", typeof(Act));
        var changed = Scripted.Workflow("order", async (c, input) => $"{await c.CallAsync(numbers, input)}");
        await using var engine = await StartEngineAsync(changed);

        await engine.Client.RaiseEventAsync("t", "go", "now", default);

        (await engine.UntilAsync("t", WorkflowState.Suspended)).Failure!.ShouldStartWith("step 1 (activity:act): what was recorded cannot be read as Int32");
    }

    private static WorkflowReference<string, string> Order() => Scripted.Workflow("order", async (c, input) =>
    {
        await c.CallAsync(Act.Reference, input);
        c.SetStatus("waiting");
        var go = await c.WaitForEventAsync<string>("go", c.UtcNow.AddDays(1));
        return await c.CallAsync(Act.Other, go.Value!);
    });

    private static Func<string, int, Task<string>> Changing(Func<string, int, Task<string>> inner, Action change) => (input, attempt) =>
    {
        if (input == "fast")
            change();
        return inner(input, attempt);
    };

    private async Task RunToWaitAsync()
    {
        var order = Order();
        await using var engine = await StartEngineAsync(order);
        await engine.Client.StartAsync(order, "t", "x", default);
        await engine.UntilStatusAsync("t", "waiting");
    }
}

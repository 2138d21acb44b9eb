using HelpDesk.Engine.Tests.Harness;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Engine.Tests;

public sealed class WorkflowTests : EngineTest
{
    [Theory]
    [InlineData(0)]
    [InlineData(1_000)]
    public async Task Steps_OneAfterTheOther_RunInOrderAndOnce(int live)
    {
        var workflow = Scripted.Workflow("three", async (c, input) =>
        {
            var a = await c.CallAsync(Act.Reference, input + "1");
            var b = await c.CallAsync(Act.Reference, a + "2");
            return await c.CallAsync(Act.Other, b + "3");
        });
        await using var engine = await StartEngineAsync(o => o.MaxLiveInstances = live, workflow);

        (await engine.Client.StartAsync(workflow, "t", "x", default)).ShouldBeTrue();
        var end = await engine.UntilAsync("t", WorkflowState.Completed);

        end.OutputJson.ShouldBe("\"x123\"");
        World.Runs.Select(r => r.Key).ShouldBe(["t/1", "t/2", "t/3"]);
    }

    [Fact]
    public async Task Start_IdUsedBefore_FalseAndFinishedInstanceStays()
    {
        var workflow = Scripted.Workflow("echo", (_, input) => Task.FromResult(input));
        await using var engine = await StartEngineAsync(workflow);

        (await engine.Client.StartAsync(workflow, "t", "first", default)).ShouldBeTrue();
        await engine.UntilAsync("t", WorkflowState.Completed);
        (await engine.Client.StartAsync(workflow, "t", "second", default)).ShouldBeFalse();

        (await engine.Client.GetStatusAsync("t", default))!.OutputJson.ShouldBe("\"first\"");
    }

    [Fact]
    public async Task FanOut_AllAndAny_ResultsInTheOrderAsked()
    {
        var workflow = Scripted.Workflow("fan", async (c, _) =>
        {
            var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => c.CallAsync(Act.Reference, $"{i}")));
            var fast = c.CallAsync(Act.Reference, "fast");
            var first = await Task.WhenAny(c.SleepUntilAsync(c.UtcNow.AddDays(1)), fast);
            return string.Join(',', all) + (first == fast ? await fast : "slow");
        });
        await using var engine = await StartEngineAsync(workflow);

        await engine.Client.StartAsync(workflow, "t", "", default);

        (await engine.UntilAsync("t", WorkflowState.Completed)).OutputJson.ShouldBe($"\"{string.Join(',', Enumerable.Range(0, 20))}fast\"");
    }

    [Fact]
    public async Task Child_Completes_ParentGetsItsResult()
    {
        var child = Scripted.Workflow("child", async (c, input) => await c.CallAsync(Act.Reference, input) + "!");
        var parent = Scripted.Workflow("parent", (c, input) => c.CallChildAsync(child, input));
        await using var engine = await StartEngineAsync(parent, child);

        await engine.Client.StartAsync(parent, "p", "hello", default);

        (await engine.UntilAsync("p", WorkflowState.Completed)).OutputJson.ShouldBe("\"hello!\"");
        (await engine.Client.GetStatusAsync("p:1", default))!.ParentId.ShouldBe("p");
        World.Effects.Keys.ShouldBe(["p:1/1"]);
    }

    [Fact]
    public async Task Child_Fails_ParentCatchesStepFailed()
    {
        World.Behaviour = (_, _) => throw World.Forbidden();
        var child = Scripted.Workflow("child", (c, input) => c.CallAsync(Act.Reference, input));
        var parent = Scripted.Workflow("parent", async (c, input) =>
        {
            try
            {
                return await c.CallChildAsync(child, input);
            }
            catch (StepFailedException failed)
            {
                return $"{failed.Step} {failed.Code}";
            }
        });
        await using var engine = await StartEngineAsync(parent, child);

        await engine.Client.StartAsync(parent, "p", "hello", default);

        (await engine.UntilAsync("p", WorkflowState.Completed)).OutputJson.ShouldBe("\"child Forbidden\"");
        var failed = (await engine.Client.GetStatusAsync("p:1", default))!;
        failed.State.ShouldBe(WorkflowState.Failed);
        failed.Failure.ShouldBe("act: graph: Grant the permission User.ReadWrite.All.");
    }

    [Fact]
    public async Task Child_IdTakenByAnother_StepFails()
    {
        var child = Scripted.Workflow("child", (_, input) => Task.FromResult(input));
        var parent = Scripted.Workflow("parent", (c, input) => c.CallChildAsync(child, input, "taken"));
        await using var engine = await StartEngineAsync(parent, child);

        await engine.Client.StartAsync(child, "taken", "x", default);
        await engine.Client.StartAsync(parent, "p", "x", default);

        (await engine.UntilAsync("p", WorkflowState.Failed)).Failure!.ShouldContain("taken is in use");
    }

    [Fact]
    public async Task ContinueAsNew_WithEventsNobodyTook_KeepsThem()
    {
        var workflow = Scripted.Workflow("rounds", async (c, input) =>
        {
            var round = int.Parse(input, null);
            c.SetStatus($"round {round}");
            var got = await c.WaitForEventAsync<string>($"go-{round}", c.UtcNow.AddDays(1));
            await c.CallAsync(Act.Reference, got.Value!);
            if (round == 3)
                return "done";
            c.ContinueAsNew($"{round + 1}");
            return "";
        });
        await using var engine = await StartEngineAsync(workflow);

        await engine.Client.StartAsync(workflow, "t", "1", default);
        foreach (var name in new[] { "go-3", "go-2", "go-1" })
            await engine.Client.RaiseEventAsync("t", name, name, default);

        (await engine.UntilAsync("t", WorkflowState.Completed)).OutputJson.ShouldBe("\"done\"");
        World.Effects.Values.Order().ShouldBe(["go-1", "go-2", "go-3"]);
        World.Runs.Select(r => r.Key).Distinct().Count().ShouldBe(3, "step numbers go on over generations");
    }

    [Fact]
    public async Task NewGuid_InReplay_IsTheSame()
    {
        var workflow = Scripted.Workflow("guids", async (c, _) =>
        {
            var (a, b) = (c.NewGuid(), c.NewGuid());
            await c.CallAsync(Act.Reference, a.ToString());
            await c.CallAsync(Act.Reference, b.ToString());
            return $"{a} {b}";
        });
        await using var engine = await StartEngineAsync(o => o.MaxLiveInstances = 0, workflow);

        await engine.Client.StartAsync(workflow, "t", "", default);

        var output = (await engine.UntilAsync("t", WorkflowState.Completed)).OutputJson!;
        output.Trim('"').Split(' ').ShouldBe(World.Runs.Select(r => World.Effects[r.Key]));
        World.Effects.Values.Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task List_ByState_NewestFirst()
    {
        var waits = Scripted.Workflow("waits", async (c, _) => (await c.WaitForEventAsync<string>("go", c.UtcNow.AddDays(1))).Value ?? "");
        var echo = Scripted.Workflow("echo", (_, input) => Task.FromResult(input));
        await using var engine = await StartEngineAsync(waits, echo);
        await Task.WhenAll(Enumerable.Range(0, 600).Select(i => engine.Client.StartAsync(echo, $"e{i}", "", default)));
        await engine.Client.StartAsync(waits, "w", "", default);
        await engine.UntilAsync("w", WorkflowState.Running);
        await engine.UntilAsync("e599", WorkflowState.Completed);

        (await engine.Client.ListAsync(null, default).Select(s => s.InstanceId).ToListAsync())
            .ShouldBe(Enumerable.Range(0, 600).Select(i => $"e{i}").Append("w").Reverse());
        (await engine.Client.ListAsync(WorkflowState.Running, default).Select(s => s.InstanceId).ToListAsync()).ShouldBe(["w"]);
    }
}

using System.Globalization;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Contract;

/// <summary>ContinueAsNew: what goes on, what begins anew.</summary>
public abstract partial class EngineContract
{
    [Fact]
    public async Task ContinueAsNew_ManyTimes_CarriesStateAndNeverRepeatsAKeyOrGuid()
    {
        var workflow = Workflow("rounds", async (c, input) =>
        {
            var round = int.Parse(input, CultureInfo.InvariantCulture);
            await c.CallAsync(Probe.Reference, c.NewGuid().ToString());
            await c.SleepUntilAsync(c.UtcNow.AddMilliseconds(1));
            await c.CallAsync(Probe.Reference, c.NewGuid().ToString());
            if (round == 10)
                return $"{round} rounds";
            c.ContinueAsNew((round + 1).ToString(CultureInfo.InvariantCulture));
            return "ignored";
        });
        await RunningAsync(workflow);

        (await ResultAsync(workflow, input: "1")).ShouldBe("10 rounds");

        World.Runs.Count.ShouldBe(20);
        World.Runs.Select(run => run.Key).ShouldBeUnique();
        World.Runs.Select(run => run.Input).ShouldBeUnique();
        World.Runs.Take(3).Select(run => run.Key).ShouldBe(["t/1", "t/3", "t/4"]);
    }

    [Fact]
    public virtual async Task ContinueAsNew_WithEventsNobodyTook_KeepsThemInTheirOrder()
    {
        var workflow = Workflow("rounds", async (c, input) =>
        {
            var round = int.Parse(input, CultureInfo.InvariantCulture);
            c.SetStatus($"round {round}");
            var got = Said(await c.WaitForEventAsync<string>($"go-{round}", c.UtcNow + Long));
            await c.CallAsync(Probe.Reference, got);
            if (round == 3)
                return $"{Said(await c.WaitForEventAsync<string>("list", c.UtcNow + Long))} {Said(await c.WaitForEventAsync<string>("list", c.UtcNow + Long))}";
            c.ContinueAsNew((round + 1).ToString(CultureInfo.InvariantCulture));
            return "ignored";
        });
        await RunningAsync(workflow);
        await Client.StartAsync(workflow, "t", "1", default);
        await UntilStatusAsync("t", "round 1");
        foreach (var (name, text) in new[] { ("list", "a"), ("go-3", "third"), ("list", "b"), ("go-2", "second"), ("go-1", "first") })
            await Client.RaiseEventAsync("t", name, text, default);

        (await ResultAsync("t")).ShouldBe("a b");
        World.Runs.Select(run => run.Input).ShouldBe(["first", "second", "third"]);
    }

    [Fact]
    public virtual async Task ContinueAsNew_AfterAWaitThatTimedOut_KeepsTheLateEvent()
    {
        var workflow = Workflow("rounds", async (c, input) =>
        {
            if (input == "2")
                return Said(await c.WaitForEventAsync<string>("go", c.UtcNow + Long));
            await c.WaitForEventAsync<string>("go", c.UtcNow.AddMilliseconds(20));
            c.SetStatus("timed out");
            await c.WaitForEventAsync<string>("on", c.UtcNow + Long);
            c.ContinueAsNew("2");
            return "ignored";
        });
        await RunningAsync(workflow);
        await Client.StartAsync(workflow, "t", "1", default);
        await UntilStatusAsync("t", "timed out");
        await Client.RaiseEventAsync("t", "go", "late", default);
        await Client.RaiseEventAsync("t", "on", "", default);

        (await ResultAsync("t")).ShouldBe("late");
    }

    [Fact]
    public async Task ContinueAsNew_AsAChild_TheParentGetsTheLastResult()
    {
        var child = Workflow("rounds", async (c, input) =>
        {
            await c.CallAsync(Probe.Reference, input);
            if (input == "xxx")
                return input;
            c.ContinueAsNew(input + "x");
            return "ignored";
        });
        var parent = Workflow("parent", (c, input) => c.CallChildAsync(child, input));
        await RunningAsync(parent, child);

        (await ResultAsync(parent, "p")).ShouldBe("xxx");
        (await Client.GetStatusAsync("p:1", default))!.ParentId.ShouldBe("p");
    }

    [Fact]
    public async Task ContinueAsNew_FollowedByAStep_FailsTheWorkflow()
    {
        var workflow = Workflow("goes-on", async (c, input) =>
        {
            c.ContinueAsNew(input);
            return await c.CallAsync(Probe.Reference, input);
        });
        await RunningAsync(workflow);
        await Client.StartAsync(workflow, "t", "x", default);

        (await UntilAsync("t", WorkflowState.Failed)).Failure.ShouldNotBeNull().ShouldStartWith("InvalidOperationException");
        World.Runs.ShouldBeEmpty();
    }
}

using System.Globalization;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Contract;

/// <summary>Child workflows: ids, results, faults, ends.</summary>
public abstract partial class EngineContract
{
    private static readonly WorkflowReference<string, string> Child = Workflow("child", async (c, input) => await c.CallAsync(Probe.Reference, input) + "!");

    private static readonly WorkflowReference<string, string> WaitingChild = Workflow("waiting-child", async (c, input) =>
    {
        c.SetStatus("waiting");
        await c.WaitForEventAsync<string>("go", c.UtcNow + Long);
        return await c.CallAsync(Probe.Reference, input);
    });

    [Fact]
    public async Task Child_WithoutAnId_IsNamedAfterItsParentAndStep()
    {
        var parent = Workflow("parent", async (c, input) => await c.CallChildAsync(Child, await c.CallAsync(Probe.Reference, input)));
        await RunningAsync(parent, Child);

        (await ResultAsync(parent, "p")).ShouldBe("x!");

        var child = (await Client.GetStatusAsync("p:2", default)).ShouldNotBeNull();
        (child.Workflow, child.State, child.OutputJson, child.ParentId).ShouldBe(("child", WorkflowState.Completed, "\"x!\"", "p"));
        (await Client.GetStatusAsync("p", default))!.ParentId.ShouldBeNull();
        World.Runs.Select(run => run.Key).ShouldBe(["p/1", "p:2/1"]);
    }

    [Fact]
    public async Task Child_WithAnId_HasIt()
    {
        var parent = Workflow("parent", (c, input) => c.CallChildAsync(Child, input, "expiry-7"));
        await RunningAsync(parent, Child);

        (await ResultAsync(parent, "p")).ShouldBe("x!");

        var child = (await Client.GetStatusAsync("expiry-7", default)).ShouldNotBeNull();
        (child.Workflow, child.ParentId).ShouldBe(("child", "p"));
        World.Runs.Select(run => run.Key).ShouldBe(["expiry-7/1"]);
    }

    [Fact]
    public async Task Child_ThatFails_TellsItsParentWhyAndShowsIt()
    {
        World.Behaviour = (_, _) => throw ContractWorld.Busy();
        var parent = Catching("parent", (c, input) => c.CallChildAsync(Child, input));
        await RunningAsync(parent, Child);

        (await ResultAsync(parent, "p")).ShouldBe("child|429|True|probe: graph: Too many requests.");

        var child = (await Client.GetStatusAsync("p:1", default))!;
        (child.State, child.Failure, child.OutputJson).ShouldBe((WorkflowState.Failed, "probe: graph: Too many requests.", null));
    }

    [Fact]
    public async Task Child_WithADefect_TellsItsTypeOnly()
    {
        var broken = Workflow("broken", (_, _) => throw new FormatException("cannot parse TAP-7391-secret"));
        var parent = Catching("parent", (c, input) => c.CallChildAsync(broken, input));
        await RunningAsync(parent, broken);

        var result = await ResultAsync(parent, "p");

        result.ShouldStartWith("broken|FormatException|False|FormatException in HelpDesk.");
        result.ShouldNotContain("TAP-7391");
    }

    [Fact]
    public async Task Child_IdUsedByAFinishedOne_IsRefusedAndThatOneStays()
    {
        var parent = Catching("parent", async (c, _) => await c.CallChildAsync(Child, "a", "same") + await c.CallChildAsync(Child, "b", "same"));
        await RunningAsync(parent, Child);

        (await ResultAsync(parent, "p")).ShouldBe("child|InstanceIdUsed|False|The id same is in use.");

        (await Client.GetStatusAsync("same", default))!.OutputJson.ShouldBe("\"a!\"");
        World.Runs.Select(run => run.Input).ShouldBe(["a"]);
    }

    [Fact]
    public async Task Child_IdUsedByARunningOne_IsRefusedAndThatOneGoesOn()
    {
        var parent = Catching("parent", (c, _) => c.CallChildAsync(WaitingChild, "b", "same"));
        await RunningAsync(parent, WaitingChild);
        await Client.StartAsync(WaitingChild, "same", "a", default);
        await UntilStatusAsync("same", "waiting");

        (await ResultAsync(parent, "p")).ShouldBe("waiting-child|InstanceIdUsed|False|The id same is in use.");
        await Client.RaiseEventAsync("same", "go", "on", default);

        (await ResultAsync("same")).ShouldBe("a");
    }

    [Fact]
    public async Task Children_AtTheSameTime_ResultsInTheOrderAsked()
    {
        var parent = Workflow("parent", async (c, _) =>
            string.Join(',', await Task.WhenAll(Enumerable.Range(0, 8).Select(i => c.CallChildAsync(Child, i.ToString(CultureInfo.InvariantCulture))))));
        await RunningAsync(parent, Child);

        (await ResultAsync(parent, "p")).ShouldBe("0!,1!,2!,3!,4!,5!,6!,7!");
    }

    [Fact]
    public async Task Child_Ended_ParentIsTold()
    {
        var parent = Catching("parent", (c, input) => c.CallChildAsync(WaitingChild, input));
        await RunningAsync(parent, WaitingChild);
        await Client.StartAsync(parent, "p", "x", default);
        await UntilStatusAsync("p:1", "waiting");

        (await Client.TerminateAsync("p:1", "asked to", default)).ShouldBeTrue();

        (await ResultAsync("p")).ShouldBe("waiting-child|Terminated|False|waiting-child was terminated: asked to");
    }

    [Fact]
    public async Task Parent_Ended_ItsChildrenEndWithIt()
    {
        var grandparent = Workflow("grandparent", (c, input) => c.CallChildAsync(Workflow("parent", (p, i) => p.CallChildAsync(WaitingChild, i)), input));
        await RunningAsync(grandparent, Workflow("parent", (p, i) => p.CallChildAsync(WaitingChild, i)), WaitingChild);
        await Client.StartAsync(grandparent, "g", "x", default);
        await UntilStatusAsync("g:1:1", "waiting");

        (await Client.TerminateAsync("g", "asked to", default)).ShouldBeTrue();

        foreach (var (id, failure) in new[] { ("g", "asked to"), ("g:1", "with its parent: asked to"), ("g:1:1", "with its parent: asked to") })
            (await UntilAsync(id, WorkflowState.Terminated)).Failure.ShouldBe(failure);
        (await Client.RaiseEventAsync("g:1:1", "go", "on", default)).ShouldBeFalse();
        World.Runs.ShouldBeEmpty();
    }
}

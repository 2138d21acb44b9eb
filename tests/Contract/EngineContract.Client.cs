using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Contract;

/// <summary>The client: starts, status, ends, purge.</summary>
public abstract partial class EngineContract
{
    [Fact]
    public async Task Start_IdThatRuns_IsNoStart()
    {
        await RunningAsync(Waits, Child);
        await Client.StartAsync(Waits, "t", "x", default);
        await UntilStatusAsync("t", "waiting");

        (await Client.StartAsync(Waits, "t", "y", default)).ShouldBeFalse();
        (await Client.StartAsync(Child, "t", "y", default)).ShouldBeFalse();
        await Client.RaiseEventAsync("t", "go", "one", default);

        (await ResultAsync("t")).ShouldBe("one");
        World.Runs.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(WorkflowState.Completed)]
    [InlineData(WorkflowState.Failed)]
    [InlineData(WorkflowState.Terminated)]
    public async Task Start_IdThatHasFinished_IsNoStartAndChangesNothing(WorkflowState end)
    {
        World.Behaviour = (_, input) => input == "fail" ? throw ContractWorld.Forbidden() : Task.FromResult(input);
        await RunningAsync(Child, WaitingChild);
        if (end == WorkflowState.Terminated)
        {
            await Client.StartAsync(WaitingChild, "t", "x", default);
            await UntilStatusAsync("t", "waiting");
            await Client.TerminateAsync("t", "asked to", default);
        }
        else
        {
            await Client.StartAsync(Child, "t", end == WorkflowState.Failed ? "fail" : "first", default);
        }

        var before = await UntilAsync("t", end);
        var runs = World.Runs.Count;
        (await Client.StartAsync(Child, "t", "second", default)).ShouldBeFalse();
        await SettleAsync();

        (await Client.GetStatusAsync("t", default)).ShouldBe(before);
        World.Runs.Count.ShouldBe(runs);
    }

    [Fact]
    public async Task Start_ManyAtOnce_OneStarts()
    {
        await RunningAsync(Child);

        var started = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Client.StartAsync(Child, "t", $"{i}", default)));

        started.Count(one => one).ShouldBe(1);
        await ResultAsync("t");
        World.Runs.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Start_UnregisteredWorkflow_IsRefused()
    {
        await RunningAsync(Child);

        await Should.ThrowAsync<InvalidOperationException>(() => Client.StartAsync(Waits, "t", "x", default));
        await Should.ThrowAsync<ArgumentException>(() => Client.StartAsync(Child, " ", "x", default));
        (await Client.GetStatusAsync("t", default)).ShouldBeNull();
    }

    [Fact]
    public async Task Status_OfARun_SaysWhatItDoes()
    {
        await RunningAsync(Waits);
        var before = TimeProvider.System.GetUtcNow().AddSeconds(-1);
        await Client.StartAsync(Waits, "t", "x", default);

        var waiting = await UntilStatusAsync("t", "waiting");
        (waiting.InstanceId, waiting.Workflow, waiting.State, waiting.OutputJson, waiting.Failure).ShouldBe(("t", "waits", WorkflowState.Running, null, null));
        waiting.CreatedAt.ShouldBeGreaterThan(before);
        await Client.RaiseEventAsync("t", "go", "yes", default);

        var end = await UntilAsync("t", WorkflowState.Completed);
        (end.Status, end.OutputJson, end.Failure, end.CreatedAt).ShouldBe(("waiting", "\"yes\"", null, waiting.CreatedAt));
        end.UpdatedAt.ShouldBeGreaterThanOrEqualTo(waiting.UpdatedAt);
        (await Client.GetStatusAsync("nobody", default)).ShouldBeNull();
    }

    [Fact]
    public async Task SetStatus_Again_TheLastCountsAndIsCutAt200()
    {
        var workflow = Workflow("talks", async (c, input) =>
        {
            c.SetStatus("first");
            await c.CallAsync(Probe.Reference, input);
            c.SetStatus(new string('s', 300));
            return input;
        });
        await RunningAsync(workflow);

        await ResultAsync(workflow);

        (await Client.GetStatusAsync("t", default))!.Status.ShouldBe(new string('s', 200));
    }

    [Fact]
    public async Task Failure_OfAWorkflow_SaysWhyAndQuotesNothing()
    {
        World.Behaviour = (_, _) => throw ContractWorld.Forbidden();
        var broken = Workflow("broken", (_, _) => throw new FormatException("cannot parse TAP-7391-secret"));
        await RunningAsync(Child, broken);
        await Client.StartAsync(Child, "refused", "x", default);
        await Client.StartAsync(broken, "broken", "x", default);

        (await UntilAsync("refused", WorkflowState.Failed)).Failure.ShouldBe("probe: graph: Grant the permission User.ReadWrite.All.");
        var failure = (await UntilAsync("broken", WorkflowState.Failed)).Failure.ShouldNotBeNull();
        failure.ShouldStartWith("FormatException in HelpDesk.");
        failure.ShouldNotContain("TAP-7391");
    }

    [Fact]
    public async Task List_ByState_NewestFirst()
    {
        await RunningAsync(Waits, Child);
        foreach (var id in new[] { "a", "b", "c" })
            await ResultAsync(Child, id);
        await Client.StartAsync(Waits, "w", "x", default);
        await UntilStatusAsync("w", "waiting");

        (await Client.ListAsync(null, default).Select(status => status.InstanceId).ToListAsync()).ShouldBe(["w", "c", "b", "a"]);
        (await Client.ListAsync(WorkflowState.Running, default).ToListAsync()).ShouldHaveSingleItem().Status.ShouldBe("waiting");
        (await Client.ListAsync(WorkflowState.Completed, default).Select(status => status.OutputJson).Distinct().ToListAsync()).ShouldBe(["\"x!\""]);
        (await Client.ListAsync(WorkflowState.Suspended, default).ToListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Terminate_WhileAnActivityRuns_EndsItAndItsAnswerChangesNothing()
    {
        var release = new TaskCompletionSource<string>();
        World.Behaviour = (_, _) => release.Task;
        var workflow = Workflow("two", async (c, _) => await c.CallAsync(Probe.Reference, "a") + await c.CallAsync(Probe.Reference, "b"));
        await RunningAsync(workflow);
        await Client.StartAsync(workflow, "t", "x", default);
        await UntilAsync(() => World.Runs.Count == 1, "the activity to run");

        (await Client.TerminateAsync("t", "asked to", default)).ShouldBeTrue();
        (await UntilAsync("t", WorkflowState.Terminated)).Failure.ShouldBe("asked to");
        release.SetResult("");
        await SettleAsync();

        (await Client.GetStatusAsync("t", default))!.State.ShouldBe(WorkflowState.Terminated);
        World.Runs.Count.ShouldBe(1);
        (await Client.TerminateAsync("t", "again", default)).ShouldBeFalse();
        (await Client.TerminateAsync("nobody", "x", default)).ShouldBeFalse();
        (await Client.ResumeAsync("t", default)).ShouldBeFalse();
        (await Client.ResumeAsync("nobody", default)).ShouldBeFalse();
    }

    [Fact]
    public async Task Purge_FinishedBefore_DeletesThoseOnlyAndFreesTheirIds()
    {
        await RunningAsync(Waits, Child);
        await Client.StartAsync(Waits, "waits", "x", default);
        await ResultAsync(Child, "old");
        var moment = (await Client.GetStatusAsync("old", default))!.UpdatedAt.AddMilliseconds(1);
        await UntilAsync(() => TimeProvider.System.GetUtcNow() > moment.AddMilliseconds(5), "the clock to move on");
        await ResultAsync(Child, "new");

        (await Client.PurgeAsync(moment, default)).ShouldBe(1);

        (await Client.ListAsync(null, default).Select(status => status.InstanceId).ToListAsync()).ShouldBe(["new", "waits"]);
        (await Client.StartAsync(Child, "old", "x", default)).ShouldBeTrue("a purged id is free again: duplicates are the inbox's matter then");
    }

    [Fact]
    public async Task Call_Cancelled_SaysSo()
    {
        await RunningAsync(Child);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => Client.GetStatusAsync("t", cancelled.Token));
        await Should.ThrowAsync<OperationCanceledException>(() => Client.StartAsync(Child, "t", "x", cancelled.Token));
        await Should.ThrowAsync<OperationCanceledException>(() => Client.RaiseEventAsync("t", "go", "x", cancelled.Token));
        await Should.ThrowAsync<OperationCanceledException>(() => Client.TerminateAsync("t", "x", cancelled.Token));
        (await Client.GetStatusAsync("t", default)).ShouldBeNull();
    }
}

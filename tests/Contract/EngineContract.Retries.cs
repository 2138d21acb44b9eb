using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Contract;

/// <summary>Retry policy: which faults, how often, how long between.</summary>
public abstract partial class EngineContract
{
    private static WorkflowReference<string, string> Calls(RetryPolicy? retry) => Catching("calls", (c, input) => c.CallAsync(Probe.Reference, input, retry));

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    [Fact]
    public async Task Busy_ThenFree_WaitsLongerEachTimeUnderOneKey()
    {
        World.Behaviour = (context, input) => context.Attempt < 4 ? throw ContractWorld.Busy() : Task.FromResult(input);
        var workflow = Calls(new RetryPolicy(10, Ms(60), BackoffCoefficient: 3));
        await RunningAsync(workflow);

        (await ResultAsync(workflow)).ShouldBe("x");

        World.Runs.Select(run => (run.Key, run.Attempt)).ShouldBe([("t/1", 1), ("t/1", 2), ("t/1", 3), ("t/1", 4)]);
        foreach (var (wait, least) in World.Waits("t/1").Zip([Ms(60), Ms(180), Ms(540)]))
            wait.ShouldBeGreaterThanOrEqualTo(least - Ms(2));
    }

    [Fact]
    public async Task Busy_BackOff_IsCappedAtTheLongestDelay()
    {
        World.Behaviour = (context, input) => context.Attempt < 4 ? throw ContractWorld.Busy() : Task.FromResult(input);
        // Without the cap the third wait would be 50 s.
        var workflow = Calls(new RetryPolicy(10, Ms(500), BackoffCoefficient: 10, MaxDelay: Ms(100)));
        await RunningAsync(workflow);

        (await ResultAsync(workflow)).ShouldBe("x");

        World.Waits("t/1").ShouldAllBe(wait => wait < TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Busy_RetryAfterLongerThanBackOff_IsHonoured()
    {
        World.Behaviour = (context, input) => context.Attempt < 2 ? throw ContractWorld.Busy(Ms(700)) : Task.FromResult(input);
        var workflow = Calls(new RetryPolicy(10, Ms(10)));
        await RunningAsync(workflow);

        (await ResultAsync(workflow)).ShouldBe("x");

        World.Waits("t/1").ShouldHaveSingleItem().ShouldBeGreaterThanOrEqualTo(Ms(698));
    }

    [Fact]
    public async Task Busy_RetryAfterShorterThanBackOff_BackOffWins()
    {
        World.Behaviour = (context, input) => context.Attempt < 2 ? throw ContractWorld.Busy(Ms(1)) : Task.FromResult(input);
        var workflow = Calls(new RetryPolicy(10, Ms(400)));
        await RunningAsync(workflow);

        (await ResultAsync(workflow)).ShouldBe("x");

        World.Waits("t/1").ShouldHaveSingleItem().ShouldBeGreaterThanOrEqualTo(Ms(398));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Busy_AttemptsUsedUp_FailsAsWorthRepeating(int attempts)
    {
        World.Behaviour = (_, _) => throw ContractWorld.Busy();
        var workflow = Calls(new RetryPolicy(attempts, Ms(10)));
        await RunningAsync(workflow);

        (await ResultAsync(workflow)).ShouldBe("probe|429|True|graph: Too many requests.");
        World.Runs.Select(run => run.Attempt).ShouldBe(Enumerable.Range(1, attempts));
    }

    [Fact]
    public async Task Busy_NoPolicy_IsOneAttempt()
    {
        World.Behaviour = (_, _) => throw ContractWorld.Busy();
        var workflow = Calls(retry: null);
        await RunningAsync(workflow);

        (await ResultAsync(workflow)).ShouldBe("probe|429|True|graph: Too many requests.");
        World.Runs.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Busy_NextAttemptPastGiveUpAfter_IsNotMade()
    {
        World.Behaviour = (_, _) => throw ContractWorld.Busy();
        // At 0 and 400 ms; the one at 800 ms would be too late, however quick the machine is.
        var workflow = Calls(new RetryPolicy(1_000, Ms(400), BackoffCoefficient: 1, GiveUpAfter: Ms(780)));
        await RunningAsync(workflow);

        (await ResultAsync(workflow)).ShouldBe("probe|429|True|graph: Too many requests.");
        World.Runs.Count.ShouldBeInRange(1, 2);
    }

    [Fact]
    public async Task Busy_WithinGiveUpAfter_IsRepeated()
    {
        World.Behaviour = (context, input) => context.Attempt < 3 ? throw ContractWorld.Busy() : Task.FromResult(input);
        var workflow = Calls(new RetryPolicy(1_000, Ms(10), GiveUpAfter: Long));
        await RunningAsync(workflow);

        (await ResultAsync(workflow)).ShouldBe("x");
        World.Runs.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Busy_AtTheSameTime_EachStepCountsForItself()
    {
        World.Behaviour = (context, input) => context.Attempt < 3 ? throw ContractWorld.Busy() : Task.FromResult(input);
        var retry = new RetryPolicy(3, Ms(20));
        var workflow = Workflow("two", async (c, _) => string.Join(',', await Task.WhenAll(c.CallAsync(Probe.Reference, "a", retry), c.CallAsync(Probe.Reference, "b", retry))));
        await RunningAsync(workflow);

        (await ResultAsync(workflow)).ShouldBe("a,b");
        foreach (var key in new[] { "t/1", "t/2" })
            World.Runs.Where(run => run.Key == key).Select(run => run.Attempt).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Busy_EngineStopsInTheWait_CountGoesOn()
    {
        World.Behaviour = (context, input) => context.Attempt < 3 ? throw ContractWorld.Busy() : Task.FromResult(input);
        var workflow = Calls(new RetryPolicy(3, Ms(900), BackoffCoefficient: 1));
        await RunningAsync(workflow);
        await Client.StartAsync(workflow, "t", "x", default);
        await UntilAsync(() => World.Runs.Count == 1, "the first attempt");

        await RestartAsync();

        (await ResultAsync("t")).ShouldBe("x");
        World.Runs.Select(run => run.Attempt).ShouldBe([1, 2, 3]);
    }
}

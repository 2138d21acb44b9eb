using HelpDesk.Engine.Tests.Harness;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Engine.Tests;

public sealed class RetryTests : EngineTest
{
    private static WorkflowReference<string, string> Calls(RetryPolicy? retry) => Scripted.Workflow("calls", async (c, input) =>
    {
        try
        {
            return await c.CallAsync(Act.Reference, input, retry);
        }
        catch (StepFailedException failed)
        {
            return $"{failed.Step} {failed.Code} {failed.IsRetryable} {failed.Message}";
        }
    });

    [Fact]
    public async Task Busy_ThenFree_WaitsLongerEachTimeAndSucceeds()
    {
        World.Behaviour = (input, attempt) => attempt < 4 ? throw World.Busy() : Task.FromResult(input);
        var workflow = Calls(new RetryPolicy(10, TimeSpan.FromSeconds(10)));
        await using var engine = await StartEngineAsync(workflow);
        await engine.Client.StartAsync(workflow, "t", "x", default);

        foreach (var (attempt, wait) in new[] { (1, 10), (2, 20), (3, 40) })
        {
            await RetryingAsync(attempt);
            Time.Advance(TimeSpan.FromSeconds(wait - 1));
            World.Runs.Count.ShouldBe(attempt);
            Time.Advance(TimeSpan.FromSeconds(1));
        }

        (await engine.UntilAsync("t", WorkflowState.Completed)).OutputJson.ShouldBe("\"x\"");
        World.Runs.ShouldBe([("t/1", 1), ("t/1", 2), ("t/1", 3), ("t/1", 4)]);
    }

    [Fact]
    public async Task Busy_RetryAfterLongerThanBackOff_IsHonoured()
    {
        World.Behaviour = (input, attempt) => attempt < 2 ? throw World.Busy(TimeSpan.FromMinutes(5)) : Task.FromResult(input);
        var workflow = Calls(RetryPolicy.Vendor);
        await using var engine = await StartEngineAsync(workflow);
        await engine.Client.StartAsync(workflow, "t", "x", default);

        await RetryingAsync(1);
        Time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        World.Runs.Count.ShouldBe(1);
        Time.Advance(TimeSpan.FromSeconds(1));

        await engine.UntilAsync("t", WorkflowState.Completed);
    }

    [Fact]
    public async Task Busy_ProcessDiesInTheWait_CountAndWaitGoOn()
    {
        World.Behaviour = (input, attempt) => attempt < 2 ? throw World.Busy() : Task.FromResult(input);
        var workflow = Calls(new RetryPolicy(10, TimeSpan.FromHours(1), MaxDelay: TimeSpan.FromHours(1)));
        await using (var first = await StartEngineAsync(workflow))
        {
            await first.Client.StartAsync(workflow, "t", "x", default);
            await RetryingAsync(1);
        }

        await using var second = await StartEngineAsync(workflow);
        await second.Client.StartAsync(workflow, "probe", "x", default);
        await Eventually.True(() => World.Runs.Any(r => r.Key == "probe/1"), "the probe's first attempt");
        World.Runs.Count(r => r.Key == "t/1").ShouldBe(1);
        await Eventually.True(() => Retrying(1) == 2, "the probe's retry");
        Time.Advance(TimeSpan.FromHours(1));

        await second.UntilAsync("t", WorkflowState.Completed);
        World.Runs.Where(r => r.Key == "t/1").Select(r => r.Attempt).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task Busy_PastGiveUpAfter_FailsAsWorthRepeating()
    {
        World.Behaviour = (_, _) => throw World.Busy();
        var workflow = Calls(new RetryPolicy(1_000, TimeSpan.FromMinutes(10), MaxDelay: TimeSpan.FromMinutes(10), GiveUpAfter: TimeSpan.FromMinutes(25)));
        await using var engine = await StartEngineAsync(workflow);
        await engine.Client.StartAsync(workflow, "t", "x", default);

        await RetryingAsync(1);
        Time.Advance(TimeSpan.FromMinutes(10));
        await RetryingAsync(2);
        Time.Advance(TimeSpan.FromMinutes(10));

        (await engine.UntilAsync("t", WorkflowState.Completed)).OutputJson.ShouldBe("\"act 429 True graph: Too many requests.\"");
        World.Runs.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Busy_AttemptsUsedUp_Fails()
    {
        World.Behaviour = (_, _) => throw World.Busy();
        var workflow = Calls(RetryPolicy.None);
        await using var engine = await StartEngineAsync(workflow);
        await engine.Client.StartAsync(workflow, "t", "x", default);

        await engine.UntilAsync("t", WorkflowState.Completed);
        World.Runs.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Refused_NotWorthRepeating_FailsAtOnce()
    {
        World.Behaviour = (_, _) => throw World.Forbidden();
        var workflow = Calls(RetryPolicy.Vendor);
        await using var engine = await StartEngineAsync(workflow);
        await engine.Client.StartAsync(workflow, "t", "x", default);

        (await engine.UntilAsync("t", WorkflowState.Completed)).OutputJson
            .ShouldBe("\"act Forbidden False graph: Grant the permission User.ReadWrite.All.\"");
        World.Runs.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Defect_WithASecretInItsMessage_LeavesItOutOfHistoryAndLog()
    {
        World.Behaviour = (_, _) => throw new FormatException("cannot parse TAP-7391-secret");
        var workflow = Calls(RetryPolicy.Vendor);
        await using var engine = await StartEngineAsync(workflow);
        await engine.Client.StartAsync(workflow, "t", "x", default);

        var output = (await engine.UntilAsync("t", WorkflowState.Completed)).OutputJson!;

        output.ShouldContain("FormatException in HelpDesk.Engine.Tests.RetryTests");
        output.ShouldNotContain("TAP-7391");
        Files.Log.Lines.ShouldAllBe(l => !l.Text.Contains("TAP-7391"));
        Files.Log.Lines.ShouldContain(l => l.Event.Id == 2005);
        World.Runs.Count.ShouldBe(1);
    }

    private Task RetryingAsync(int attempt) => Eventually.True(() => Retrying(attempt) > 0 && Waiting(attempt), $"attempt {attempt} to fail");

    private int Retrying(int attempt) => Files.Log.Lines.Count(l => l.Event.Id == 2003 && l.Text.Contains($"in attempt {attempt};"));

    /// <summary>The wait itself is set after its commit: visible in the database.</summary>
    private bool Waiting(int attempt) => Files.Query($"SELECT count(*) FROM activities WHERE attempt={attempt + 1}") > 0;
}

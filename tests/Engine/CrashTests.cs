using HelpDesk.Engine.Tests.Harness;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Engine.Tests;

/// <summary>The process dies at every write of a run, on either side of the commit; the next one goes on.</summary>
public sealed class CrashTests : EngineTest
{
    private static readonly WorkflowReference<string, string> Child = Scripted.Workflow(
        "child", (c, input) => c.CallAsync(Act.Reference, input));

    private static readonly WorkflowReference<string, string> Six = Scripted.Workflow("six", async (c, _) =>
    {
        var said = await c.CallAsync(Act.Reference, "call");
        await c.SleepUntilAsync(c.UtcNow.AddDays(60));
        said += (await c.WaitForEventAsync<string>("go", c.UtcNow.AddDays(3_000))).Value;
        said += await c.CallChildAsync(Child, "child");
        said += string.Concat(await Task.WhenAll(c.CallAsync(Act.Reference, "left"), c.CallAsync(Act.Other, "right")));
        return said + await c.CallAsync(Act.Reference, "busy", new RetryPolicy(3, TimeSpan.FromSeconds(1)));
    });

    private static readonly string[] Expected = ["six/1=call", "six/5=left", "six/6=right", "six/7=busy", "six:4/1=child"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Kill_AtEveryCommitOfASixStepRun_EveryEffectOnce(bool after)
    {
        var cuts = 0;
        for (var commit = 1; ; commit++)
        {
            using var run = new SixStepRun(Six, Child);
            var cut = new PowerCut(commit, after);
            await run.RunAsync(engine => engine == 1 ? cut : null);

            run.Output.ShouldBe("\"callnowchildleftrightbusy\"", $"cut at commit {commit}");
            run.Effects.ShouldBe(Expected, $"cut at commit {commit}");
            if (!cut.Happened)
                break;
            cuts++;
        }

        // Start, event, first turn and one turn per answer at least: fewer cuts would mean that the gate is not in the way of writes.
        cuts.ShouldBeGreaterThan(9);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Kill_AfterEveryFewCommits_StillEndsWithEveryEffectOnce(int commits)
    {
        using var run = new SixStepRun(Six, Child);

        await run.RunAsync(_ => new PowerCut(commits, after: true));

        run.Output.ShouldBe("\"callnowchildleftrightbusy\"");
        run.Effects.ShouldBe(Expected);
        run.Engines.ShouldBeGreaterThan(4);
    }

    [Fact]
    public async Task Kill_BetweenEffectAndCommit_RunsTheStepAgainUnderTheSameKey()
    {
        var one = Scripted.Workflow("six", (c, _) => c.CallAsync(Act.Reference, "call"));
        using var run = new SixStepRun(one);

        // Start, first turn; the third commit would hold the activity's answer.
        await run.RunAsync(engine => engine == 1 ? new PowerCut(3, after: false) : null, raise: false);

        run.Attempts("six/1").ShouldBe(2);
        run.Effects.ShouldBe(["six/1=call"]);
    }
}

using HelpDesk.Engine.Tests.Harness;
using HelpDesk.Local.Engine.Histories;
using HelpDesk.Local.Engine.Replay;
using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Engine.Tests;

public sealed class ReplayVerifierTests : EngineTest
{
    private static readonly WorkflowReference<string, string> Recorded = Scripted.Workflow("order", async (c, input) =>
    {
        await c.CallAsync(Act.Reference, input);
        await c.WaitForEventAsync<string>("go", c.UtcNow.AddDays(1));
        return await c.CallAsync(Act.Other, c.NewGuid().ToString());
    });

    [Fact]
    public async Task Replay_SameCode_Matches() =>
        ReplayVerifier.Replay(Recorded, await RecordAsync()).ShouldBe(ReplayVerdict.Same);

    [Fact]
    public async Task Replay_OtherActivity_NamesStepAndBoth()
    {
        var changed = Scripted.Workflow("order", async (c, input) =>
        {
            await c.CallAsync(Act.Other, input);
            return "";
        });

        var verdict = ReplayVerifier.Replay(changed, await RecordAsync());

        verdict.ShouldBe(new ReplayVerdict(
            false, 1, "activity:act", "activity:other", "history step 1 is activity:act, the code asked for activity:other: the workflow was changed."));
    }

    [Fact]
    public async Task Replay_StepRemoved_NamesTheRecordedStep()
    {
        var changed = Scripted.Workflow("order", async (c, input) =>
        {
            await c.CallAsync(Act.Reference, input);
            return "";
        });

        var verdict = ReplayVerifier.Replay(changed, await RecordAsync());

        (verdict.Matches, verdict.Step, verdict.Recorded, verdict.Asked).ShouldBe((false, 2, "event:go", null));
    }

    [Fact]
    public async Task Replay_StepAdded_NamesTheAskedStep()
    {
        var changed = Scripted.Workflow("order", async (c, input) =>
        {
            await Task.WhenAll(c.CallAsync(Act.Reference, input), c.SleepUntilAsync(c.UtcNow.AddDays(2)));
            return "";
        });

        var verdict = ReplayVerifier.Replay(changed, await RecordAsync());

        (verdict.Matches, verdict.Step, verdict.Recorded, verdict.Asked).ShouldBe((false, 2, null, "timer"));
    }

    [Fact]
    public async Task Replay_OtherEnd_SaysSo()
    {
        var changed = Scripted.Workflow("order", async (c, input) =>
        {
            await c.CallAsync(Act.Reference, input);
            await c.WaitForEventAsync<string>("go", c.UtcNow.AddDays(1));
            await c.CallAsync(Act.Other, c.NewGuid().ToString());
            throw new StepFailedException("x", "X", "Changed my mind.");
        });

        ReplayVerifier.Replay(changed, await RecordAsync()).Message.ShouldContain("the code has ended (Failed)");
    }

    [Fact]
    public async Task File_RoundTrip_IsTheSameText()
    {
        var json = await RecordAsync();

        HistoryFile.Parse(json).ToJson().ShouldBe(json);
        json.ShouldContain("\"kind\": \"activityScheduled\"");
    }

    private async Task<string> RecordAsync()
    {
        await using var engine = await StartEngineAsync(Recorded);
        await engine.Client.StartAsync(Recorded, "t", "x", default);
        await engine.Client.RaiseEventAsync("t", "go", "now", default);
        await engine.UntilAsync("t", WorkflowState.Completed);
        return (await engine.Services.GetRequiredService<IHistoryReader>().ReadAsync("t", default))!.ToJson();
    }
}

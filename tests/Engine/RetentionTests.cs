using HelpDesk.Engine.Tests.Harness;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Engine.Tests;

public sealed class RetentionTests : EngineTest
{
    private static readonly WorkflowReference<string, string> Echo = Scripted.Workflow("echo", (c, input) => c.CallAsync(Act.Reference, input));

    private static readonly WorkflowReference<string, string> Waits = Scripted.Workflow(
        "waits", async (c, _) => (await c.WaitForEventAsync<string>("go", c.UtcNow.AddYears(2))).Value ?? "");

    [Fact]
    public async Task Purge_FinishedBefore_DeletesThoseOnly()
    {
        await using var engine = await StartEngineAsync(Echo, Waits);
        await Task.WhenAll(Enumerable.Range(0, 250).Select(i => engine.Client.StartAsync(Echo, $"old-{i}", "x", default)));
        await engine.Client.StartAsync(Waits, "waits", "", default);
        await Eventually.True(() => Files.Query("SELECT count(*) FROM instances WHERE state=2") == 250, "all to finish");
        Time.Advance(TimeSpan.FromMinutes(1));
        await engine.Client.StartAsync(Echo, "new", "x", default);
        await engine.UntilAsync("new", WorkflowState.Completed);

        (await engine.Client.PurgeAsync(Monday.AddSeconds(30), default)).ShouldBe(250);

        (await engine.Client.ListAsync(null, default).Select(s => s.InstanceId).ToListAsync()).ShouldBe(["new", "waits"]);
        Files.Query("SELECT count(DISTINCT instance) FROM history").ShouldBe(2);
        (await engine.Client.StartAsync(Echo, "old-0", "x", default)).ShouldBeTrue("a purged id is free again: duplicates are the inbox's matter then");
    }

    [Fact]
    public async Task Retention_Passed_IsPurgedByItself()
    {
        await using var engine = await StartEngineAsync(Echo, Waits);
        await engine.Client.StartAsync(Echo, "old", "x", default);
        await engine.Client.StartAsync(Waits, "waits", "", default);
        await engine.UntilAsync("old", WorkflowState.Completed);

        Time.Advance(TimeSpan.FromDays(89));
        Time.Advance(TimeSpan.FromDays(2));

        await Eventually.True(() => Files.Query("SELECT count(*) FROM instances") == 1, "the finished instance to go");
        (await engine.Client.GetStatusAsync("waits", default)).ShouldNotBeNull();
    }
}

using HelpDesk.Engine.Tests.Harness;
using HelpDesk.Local.Engine;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Engine.Tests;

public sealed class StorageTests : EngineTest
{
    private static readonly WorkflowReference<string, string> Echo = Scripted.Workflow("echo", async (c, input) =>
        await c.CallAsync(Act.Reference, input) + await c.CallAsync(Act.Other, input));

    [Fact]
    public async Task SecondEngine_SameDatabase_IsRefusedUntilTheFirstStops()
    {
        await using (await StartEngineAsync(Echo))
        {
            var refused = await Should.ThrowAsync<EngineStoppedException>(() => StartEngineAsync(Echo));
            refused.Message.ShouldStartWith($"Another process already runs on {Files.Database}");
        }

        await using var next = await StartEngineAsync(Echo);
        (await next.Client.StartAsync(Echo, "t", "x", default)).ShouldBeTrue();
    }

    [Fact]
    public async Task DiskFull_StopsTheHostClearly_AndWhatWasAcceptedGoesOnLater()
    {
        var accepted = new List<string>();
        var text = new string('x', 2_000);
        await using (var full = await StartEngineAsync(o => o.MaxPages = 100, Echo))
        {
            var stopped = await Should.ThrowAsync<EngineStoppedException>(async () =>
            {
                for (var i = 0; i < 1_000; i++)
                {
                    await full.Client.StartAsync(Echo, $"t{i}", text, default);
                    accepted.Add($"t{i}");
                }
            });
            stopped.Message.ShouldStartWith($"The engine's database {Files.Database} cannot grow: the disk is full");
            await HostStopsAsync(full);
            Files.Log.Lines.ShouldContain(l => l.Event.Id == 2001 && l.Text.Contains("Free space"));
        }

        accepted.ShouldNotBeEmpty();
        await using var roomy = await StartEngineAsync(Echo);
        foreach (var id in accepted)
            (await roomy.UntilAsync(id, WorkflowState.Completed)).OutputJson.ShouldBe($"\"{text}{text}\"");
    }

    [Fact]
    public async Task Locked_ByAnotherProgram_StopsClearlyWithNothingHalfWritten()
    {
        await using var engine = await StartEngineAsync(Echo);
        using (var other = Files.Connect())
        {
            using var hold = other.CreateCommand();
            hold.CommandText = "BEGIN IMMEDIATE";
            hold.ExecuteNonQuery();

            var stopped = await Should.ThrowAsync<EngineStoppedException>(() => engine.Client.StartAsync(Echo, "t", "x", default));
            stopped.Message.ShouldContain("is locked by another program");
        }

        await HostStopsAsync(engine);
        (await Should.ThrowAsync<EngineStoppedException>(() => engine.Client.GetStatusAsync("t", default))).Message.ShouldContain(Files.Database);
        Files.Query("SELECT count(*) FROM instances").ShouldBe(0);
    }

    [Fact]
    public async Task Damaged_Database_IsRefusedAtStart()
    {
        await using (var engine = await StartEngineAsync(Echo))
        {
            foreach (var i in Enumerable.Range(0, 50))
                await engine.Client.StartAsync(Echo, $"t{i}", new string('x', 1_000), default);
            await engine.UntilAsync("t49", WorkflowState.Completed);
        }

        await using (var file = File.OpenWrite(Files.Database))
        {
            file.Position = 4_096 * 20;
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, 4_096 * 5).ToArray());
        }

        var refused = await Should.ThrowAsync<EngineStoppedException>(() => StartEngineAsync(Echo));
        refused.Message.ShouldStartWith($"The engine's database {Files.Database} is damaged");
        refused.Message.ShouldContain("restore the last good copy");
    }

    [Theory]
    [InlineData("this is not a database, however long the text may be that stands in it ........................................")]
    public async Task NoDatabase_AtThatPath_IsRefusedAndLeftAlone(string content)
    {
        await File.WriteAllTextAsync(Files.Database, content);

        (await Should.ThrowAsync<EngineStoppedException>(() => StartEngineAsync(Echo))).Message.ShouldContain("is damaged");

        (await File.ReadAllTextAsync(Files.Database)).ShouldBe(content);
    }

    [Fact]
    public async Task NewerSchema_IsRefused()
    {
        await using (await StartEngineAsync(Echo))
        {
        }

        Files.Query("PRAGMA user_version=99; SELECT 1");

        (await Should.ThrowAsync<EngineStoppedException>(() => StartEngineAsync(Echo))).Message.ShouldContain("written by another version");
    }

    [Fact]
    public async Task Options_OutOfRange_AreAllReported()
    {
        var refused = await Should.ThrowAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => StartEngineAsync(o =>
        {
            o.MaxPending = 0;
            o.Retention = TimeSpan.Zero;
        }));

        refused.Failures.ShouldBe(["Engine:MaxPending must be 1 to 1,000,000.", "Engine:Retention must be at least a minute."]);
    }

    private static Task HostStopsAsync(TestEngine engine) =>
        Eventually.True(() => engine.Lifetime.ApplicationStopping.IsCancellationRequested, "the host to stop");
}

using System.Collections.Concurrent;
using HelpDesk.Engine.Tests.Harness;
using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Engine.Tests;

/// <summary>Nobody waits behind what waits: shares take turns, and what waits for its turn or takes long holds no slot.</summary>
public sealed class FairSharesTests : EngineTest
{
    // The input is "share|text"; without a bar there is no share.
    private static readonly WorkflowReference<string, string> Ticket = new(
        "ticket", static () => new ScriptedWorkflow<string, string>(async (c, input) => await c.CallAsync(Act.Reference, input) + await c.CallAsync(Act.Reference, input)),
        static input => input.Contains('|', StringComparison.Ordinal) ? input.Split('|')[0] : null);

    private readonly ConcurrentDictionary<string, int> _running = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _most = new(StringComparer.Ordinal);

    [Fact]
    public async Task Share_WithManyTickets_HoldsItsSlotsAndAnotherGoesOn()
    {
        var crowdMayEnd = new TaskCompletionSource();
        World.Behaviour = (input, _) => CountedAsync(input, () => input.StartsWith("crowd", StringComparison.Ordinal) ? crowdMayEnd.Task : Task.CompletedTask);
        await using var engine = await StartEngineAsync(options => (options.MaxConcurrentActivities, options.MaxActivitiesPerShare) = (3, 2), Ticket);
        for (var i = 0; i < 50; i++)
            await engine.Client.StartAsync(Ticket, $"crowd-{i}", "crowd|x", default);

        await engine.Client.StartAsync(Ticket, "single", "single|x", default);

        // All of the crowd that began is still under way.
        await engine.UntilAsync("single", WorkflowState.Completed);
        _running["crowd"].ShouldBe(2);
        crowdMayEnd.SetResult();
        for (var i = 0; i < 50; i++)
            await engine.UntilAsync($"crowd-{i}", WorkflowState.Completed);
        _most["crowd"].ShouldBe(2);
    }

    [Fact]
    public async Task Share_OfAChild_IsThatOfItsCaller()
    {
        var mayEnd = new TaskCompletionSource();
        World.Behaviour = (input, _) => CountedAsync(input, () => mayEnd.Task);
        var named = new WorkflowReference<string, string>("named", static () => new ScriptedWorkflow<string, string>((c, input) => c.CallChildAsync(Plain, input)), static _ => "crowd");
        await using var engine = await StartEngineAsync(options => (options.MaxConcurrentActivities, options.MaxActivitiesPerShare) = (8, 2), named, Plain);
        for (var i = 0; i < 6; i++)
            await engine.Client.StartAsync(named, $"t{i}", "same", default);
        await Eventually.True(() => _running.GetValueOrDefault("same") == 2, "two of them run");

        mayEnd.SetResult();

        for (var i = 0; i < 6; i++)
            await engine.UntilAsync($"t{i}", WorkflowState.Completed);
        _most["same"].ShouldBe(2);
    }

    [Fact]
    public async Task Share_AfterARestart_IsStillLimited()
    {
        var mayEnd = new TaskCompletionSource();
        World.Behaviour = (input, _) => CountedAsync(input, () => mayEnd.Task);
        await using (var before = await StartEngineAsync(options => options.StopTimeout = TimeSpan.Zero, Ticket))
        {
            for (var i = 0; i < 6; i++)
                await before.Client.StartAsync(Ticket, $"t{i}", "crowd|x", default);
            await Eventually.True(() => _running.GetValueOrDefault("crowd") == 2, "the first ones run");
        }

        mayEnd.SetResult();
        await Eventually.True(() => _running["crowd"] == 0, "what was left behind has ended");
        _most.Clear();
        await using var after = await StartEngineAsync(Ticket);

        for (var i = 0; i < 6; i++)
            await after.UntilAsync($"t{i}", WorkflowState.Completed);
        _most["crowd"].ShouldBeInRange(1, 2);
    }

    [Fact]
    public async Task Activity_WaitsForItsTurn_HoldsNoSlot()
    {
        var turn = new TaskCompletionSource<string>();
        var begun = 0;
        World.Behaviour = async (input, _) =>
        {
            if (!input.StartsWith("crowd", StringComparison.Ordinal))
                return input;
            Interlocked.Increment(ref begun);
            return await WorkSlot.WhileWaitingAsync(turn.Task);
        };
        await using var engine = await StartEngineAsync(options => options.MaxConcurrentActivities = 1, Ticket);
        for (var i = 0; i < 20; i++)
            await engine.Client.StartAsync(Ticket, $"crowd-{i}", $"crowd-{i}", default);
        await Eventually.True(() => begun == 20, "all wait for their turn, although there is one slot");

        await engine.Client.StartAsync(Ticket, "single", "single", default);
        await engine.UntilAsync("single", WorkflowState.Completed);

        turn.SetResult("passed");
        for (var i = 0; i < 20; i++)
            await engine.UntilAsync($"crowd-{i}", WorkflowState.Completed);
    }

    [Fact]
    public async Task Activities_AfterTheirTurnCame_AreNoMoreAtOnceThanSlots()
    {
        var turn = new TaskCompletionSource<string>();
        World.Behaviour = async (input, _) => input == "waits" ? await WorkSlot.WhileWaitingAsync(turn.Task) : await CountedAsync("plain|x", static () => Task.Run(static () => { }));
        await using var engine = await StartEngineAsync(options => options.MaxConcurrentActivities = 2, Ticket, Plain);
        for (var i = 0; i < 10; i++)
            await engine.Client.StartAsync(Plain, $"w{i}", "waits", default);
        await Eventually.True(() => World.Runs.Count == 10, "all wait");
        turn.SetResult("passed");
        for (var i = 0; i < 10; i++)
            await engine.UntilAsync($"w{i}", WorkflowState.Completed);

        for (var i = 0; i < 40; i++)
            await engine.Client.StartAsync(Plain, $"p{i}", "plain", default);

        for (var i = 0; i < 40; i++)
            await engine.UntilAsync($"p{i}", WorkflowState.Completed);
        _most["plain"].ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task Activity_TakesLong_HoldsNoSlot()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        var vendorAnswers = new TaskCompletionSource();
        var hanging = 0;
        World.Behaviour = async (input, _) =>
        {
            if (input != "hangs")
                return input;
            Interlocked.Increment(ref hanging);
            await vendorAnswers.Task;
            return input;
        };
        await using var engine = await TestEngine.StartAsync(Files, World, time, [Plain], options => options.MaxConcurrentActivities = 2);
        for (var i = 0; i < 2; i++)
            await engine.Client.StartAsync(Plain, $"h{i}", "hangs", default);
        await Eventually.True(() => hanging == 2, "both slots are held by a vendor that does not answer");
        await engine.Client.StartAsync(Plain, "single", "single", default);

        time.Advance(TimeSpan.FromSeconds(4));

        await engine.UntilAsync("single", WorkflowState.Completed);
        vendorAnswers.SetResult();
        for (var i = 0; i < 2; i++)
            await engine.UntilAsync($"h{i}", WorkflowState.Completed);
    }

    private static WorkflowReference<string, string> Plain { get; } = Scripted.Workflow("plain", (c, input) => c.CallAsync(Act.Reference, input));

    private async Task<string> CountedAsync(string input, Func<Task> work)
    {
        var share = input.Split('|')[0];
        var now = _running.AddOrUpdate(share, 1, static (_, before) => before + 1);
        _most.AddOrUpdate(share, now, (_, before) => Math.Max(before, now));
        await work();
        _running.AddOrUpdate(share, 0, static (_, before) => before - 1);
        return input;
    }
}

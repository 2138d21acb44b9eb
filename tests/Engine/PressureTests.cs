using HelpDesk.Adapters.Sqlite.Files;
using HelpDesk.Engine.Tests.Harness;
using HelpDesk.Local.Engine.Queues;
using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Engine.Tests;

public sealed class PressureTests : EngineTest
{
    private static readonly WorkflowReference<string, string> Echo = Scripted.Workflow("echo", (_, input) => Task.FromResult(input));

    [Fact]
    public async Task Start_AboveMaxPending_WaitsAndCanBeCancelled()
    {
        using var gate = new HeldCommit();
        await using var engine = await StartEngineAsync(o => (o.MaxPending, o.CommitHold) = (1, gate), Echo);
        var first = engine.Client.StartAsync(Echo, "a", "", default);
        await gate.Held;
        using var impatient = new CancellationTokenSource();

        var second = engine.Client.StartAsync(Echo, "b", "", default);
        var third = engine.Client.StartAsync(Echo, "c", "", impatient.Token);
        await impatient.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(third);
        (first.IsCompleted, second.IsCompleted).ShouldBe((false, false));
        gate.LetGo();
        (await first, await second).ShouldBe((true, true));
        await engine.UntilAsync("b", WorkflowState.Completed);
        (await engine.Client.GetStatusAsync("c", default)).ShouldBeNull();
    }

    [Fact]
    public async Task Pending_AfterManyStartsEventsAndRefusals_IsAllGivenBack()
    {
        var waits = Scripted.Workflow("waits", async (c, _) => (await c.WaitForEventAsync<string>("go", c.UtcNow.AddDays(1))).Value!);
        await using var engine = await StartEngineAsync(o => o.MaxPending = 3, Echo, waits);

        for (var i = 0; i < 10; i++)
        {
            await engine.Client.StartAsync(Echo, $"e{i % 5}", "", default);
            await engine.Client.StartAsync(waits, $"w{i}", "", default);
            await engine.Client.RaiseEventAsync("nobody", "go", "", default);
            await engine.Client.RaiseEventAsync($"w{i}", "go", "", default);
            await engine.Client.RaiseEventAsync($"w{i}", "go", "", default);
        }

        for (var i = 0; i < 10; i++)
            await engine.UntilAsync($"w{i}", WorkflowState.Completed);
    }

    [Fact]
    public async Task Activities_WhileTicketsPourIn_RunOneAtATime()
    {
        var (running, most) = (0, 0);
        World.Behaviour = async (input, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            for (var i = 0; i < 20; i++)
                await Task.Run(static () => { });
            Interlocked.Decrement(ref running);
            return input;
        };
        var acts = Scripted.Workflow("acts", (c, input) => c.CallAsync(Act.Reference, input));
        await using var engine = await StartEngineAsync(acts);
        var intake = engine.Services.GetRequiredService<IntakeFirst>();

        // The clock stands: it pours all the time.
        intake.Arrived();
        intake.Arrived();
        var ids = Enumerable.Range(0, 40).Select(i => $"t{i}").ToList();
        await Task.WhenAll(ids.Select(id => engine.Client.StartAsync(acts, id, "", default)));

        foreach (var id in ids)
            await engine.UntilAsync(id, WorkflowState.Completed);
        most.ShouldBe(1);
    }

    [Fact]
    public async Task Activities_MoreThanTheLimit_RunSoManyAtOnce()
    {
        var (running, most) = (0, 0);
        var full = new TaskCompletionSource();
        World.Behaviour = async (input, _) =>
        {
            var now = Interlocked.Increment(ref running);
            most = Math.Max(most, now);
            if (now == 8)
                full.TrySetResult();
            await full.Task;
            Interlocked.Decrement(ref running);
            return input;
        };
        var fan = Scripted.Workflow("fan", async (c, _) =>
            string.Concat(await Task.WhenAll(Enumerable.Range(0, 40).Select(i => c.CallAsync(Act.Reference, "x")))));
        await using var engine = await StartEngineAsync(fan);

        await engine.Client.StartAsync(fan, "t", "", default);

        (await engine.UntilAsync("t", WorkflowState.Completed)).OutputJson!.Length.ShouldBe(42);
        most.ShouldBe(8);
    }

    private sealed class HeldCommit : ICommitHold, IDisposable
    {
        private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _free = new();

        public Task Held => _held.Task;

        public void LetGo() => _free.Set();

        public void BeforeCommit()
        {
            _held.TrySetResult();
            _free.Wait();
        }

        public void AfterCommit()
        {
        }

        public void Dispose() => _free.Dispose();
    }
}

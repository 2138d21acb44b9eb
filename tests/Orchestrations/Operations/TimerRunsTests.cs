using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Operations;
using HelpDesk.Orchestrations.Tests.Records;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Orchestrations.Tests.Operations;

public sealed class TimerRunsTests
{
    private readonly MemoryRecordStore _store = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 10, 12, 8, 0, 0, TimeSpan.Zero));

    private TimerRuns Runs => new(_store, _time, NullLogger<TimerRuns>.Instance);

    [Fact]
    public async Task Run_ThatEnds_IsKeptWithItsResult()
    {
        (await Runs.RunAsync("watchdog", _ => Task.FromResult("Every case moves."), default)).ShouldBeTrue();

        (await Runs.ListAsync(default).ToListAsync()).ShouldBe([new TimerRun("watchdog", _time.GetUtcNow(), _time.GetUtcNow(), true, "Every case moves.")]);
    }

    [Fact]
    public async Task Run_WhileAnotherIsUnderWay_IsLeftToIt()
    {
        var inner = true;
        await Runs.RunAsync("watchdog", async stop =>
        {
            inner = await Runs.RunAsync("watchdog", _ => throw new InvalidOperationException("A second run began."), stop);
            return "Done.";
        }, default);

        inner.ShouldBeFalse();
    }

    [Fact]
    public async Task Run_WhoseProcessDied_IsTakenOverAfterItsTime()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => Runs.RunAsync("watchdog", _ => throw new InvalidOperationException("Died."), default));
        _time.Advance(TimeSpan.FromMinutes(1));
        (await Runs.RunAsync("watchdog", _ => Task.FromResult("x"), default)).ShouldBeFalse();

        _time.Advance(TimerRuns.Longest);

        (await Runs.RunAsync("watchdog", _ => Task.FromResult("x"), default)).ShouldBeTrue();
    }

    [Fact]
    public async Task Run_WithAFaultOutside_IsKeptAsFailedAndTheNextMayBegin()
    {
        await Runs.RunAsync("audit-checkpoint", _ => throw new VendorException("key-vault", "403", "Key Vault refused.", isRetryable: false), default);

        (await Runs.ListAsync(default).ToListAsync()).Single().ShouldSatisfyAllConditions(
            run => run.Succeeded.ShouldBeFalse(), run => run.Result.ShouldBe("key-vault: Key Vault refused."));
        (await Runs.RunAsync("audit-checkpoint", _ => Task.FromResult("x"), default)).ShouldBeTrue();
    }
}

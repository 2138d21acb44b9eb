using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Operations;
using HelpDesk.Orchestrations.Tests.Records;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Orchestrations.Tests.Operations;

public sealed class TimerOverviewTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
    private readonly MemoryRecordStore _store = new();

    private TimerRuns Runs => new(_store, _time, NullLogger<TimerRuns>.Instance);

    private TimerOverview Board => new([new TimerPlan("watchdog", "Looks.", TimeSpan.FromMinutes(15))], Runs, _time);

    [Fact]
    public async Task Timer_ThatNeverRan_IsShownAndNotOverdue()
    {
        var timer = (await Board.ListAsync(default)).Single();

        (timer.State, timer.Last, timer.NextAt, timer.NeedsAttention).ShouldBe((TimerState.NeverRan, null, null, false));
    }

    [Theory]
    [InlineData(0, TimerState.Succeeded, false)]
    [InlineData(22, TimerState.Succeeded, false)]
    [InlineData(23, TimerState.Succeeded, true)]
    public async Task Timer_ThatRan_IsOverdueAfterHalfAnIntervalMore(int minutes, TimerState state, bool overdue)
    {
        var started = _time.GetUtcNow();
        await Runs.RunAsync("watchdog", _ => Task.FromResult("Every case moves."), default);
        _time.Advance(TimeSpan.FromMinutes(minutes));

        var timer = (await Board.ListAsync(default)).Single();

        (timer.State, timer.IsOverdue, timer.NextAt, timer.Last!.Result).ShouldBe((state, overdue, started.AddMinutes(15), "Every case moves."));
    }

    [Fact]
    public async Task Timer_ThatFailed_NeedsALook()
    {
        await Runs.RunAsync("watchdog", _ => throw new VendorException("store", "unreachable", "It cannot be reached.", isRetryable: true), default);

        var timer = (await Board.ListAsync(default)).Single();

        (timer.State, timer.NeedsAttention).ShouldBe((TimerState.Failed, true));
        timer.Last!.Result.ShouldContain("It cannot be reached.");
    }

    [Theory]
    [InlineData(10, TimerState.Running)]
    [InlineData(31, TimerState.Died)]
    public async Task Timer_WhoseProcessWasStopped_IsToldAsDeadAfterAWhile(int minutes, TimerState state)
    {
        await Should.ThrowAsync<InvalidOperationException>(() => Runs.RunAsync("watchdog", _ => throw new InvalidOperationException("the process dies here"), default));
        _time.Advance(TimeSpan.FromMinutes(minutes));

        (await Board.ListAsync(default)).Single().State.ShouldBe(state);
    }

    [Fact]
    public async Task Run_LeftByAStoppedProcess_DoesNotKeepTheNextOneOutWhereThereIsOnlyOne()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => Runs.RunAsync("watchdog", _ => throw new InvalidOperationException("the process dies here"), default));
        _time.Advance(TimeSpan.FromSeconds(5));

        (await Runs.RunAsync("watchdog", _ => Task.FromResult(""), default)).ShouldBeFalse();
        (await Runs.RunAsync("watchdog", _ => Task.FromResult("Ran."), default, aloneSince: _time.GetUtcNow())).ShouldBeTrue();
    }

    [Fact]
    public async Task Run_OfATimerThatIsNoneOfTheHeads_IsNotShown()
    {
        await Runs.RunAsync("of-another-head", _ => Task.FromResult(""), default);

        (await Board.ListAsync(default)).Single().Plan.Name.ShouldBe("watchdog");
    }
}

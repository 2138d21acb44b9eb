using HelpDesk.Adapters.Graph;
using HelpDesk.Adapters.Graph.Throttling;

namespace HelpDesk.Adapters.Tests.Graph.Throttling;

/// <summary>Single rules of a gate.</summary>
public class ClassLimiterTests
{
    private static readonly Quota Units = new(QuotaKind.Units, 1_000, TimeSpan.FromSeconds(10), IsBucket: true);

    [Fact]
    public void Bulk_WhenTheLimitIsNearlyUsed_LeavesAReserveForSingleTickets()
    {
        using var run = Start(Units);
        for (var call = 0; call < 1_000; call++)
            run.Enter(isBulk: true);

        var passed = run.Passed.Count;
        passed.ShouldBeInRange(970, 980);
        // Every tenth turn is one of bulk work, which waits.
        for (var call = 0; call < 15; call++)
            run.Enter(isBulk: false).Turn.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public void Bulk_WhenTokensComeSlowly_PassesInGroups()
    {
        using var run = Start(Units);
        for (var call = 0; call < 1_100; call++)
            run.Enter(isBulk: true);
        var before = run.Passed.Count;
        run.Advance(TimeSpan.FromMilliseconds(180));
        run.Passed.Count.ShouldBe(before);
        run.Advance(TimeSpan.FromMilliseconds(100));
        run.Passed.Count.ShouldBe(before + ClassLimiter.GroupSize);
    }

    [Fact]
    public void Pause_WithATime_LetsNothingPassBefore()
    {
        using var run = Start(Units);
        run.Gate.Refused(TimeSpan.FromSeconds(3), run.Gate.Now);
        var waiting = run.Enter(isBulk: false);
        run.Gate.State.Pause.ShouldBe(TimeSpan.FromSeconds(3));
        run.Advance(TimeSpan.FromSeconds(2.9));
        waiting.Turn.IsCompleted.ShouldBeFalse();
        run.Advance(TimeSpan.FromSeconds(0.2));
        waiting.Turn.IsCompletedSuccessfully.ShouldBeTrue();
        run.Gate.State.Pause.ShouldBeNull();
    }

    [Fact]
    public void Pause_LongerThanACallMayWait_TurnsItAwayAtOnce()
    {
        using var run = Start(Units);
        run.Gate.Refused(TimeSpan.FromMinutes(2), run.Gate.Now);
        LimiterScript.StaysAway(run.Enter(isBulk: false)).ShouldBe(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void Pause_WithoutATime_GrowsFromOneToTwoSecondsOnAndStartsAnewAfterSuccess()
    {
        using var run = Start(Units);
        run.Gate.Refused(null, run.Gate.Now);
        run.Gate.State.Pause.ShouldBe(TimeSpan.FromSeconds(1.5));
        // What was under way together is one refusal.
        run.Gate.Refused(null, TimeSpan.Zero);
        run.Gate.State.Pause.ShouldBe(TimeSpan.FromSeconds(1.5));
        run.Advance(TimeSpan.FromSeconds(1.6));
        run.Gate.Refused(null, run.Gate.Now);
        run.Gate.State.Pause.ShouldBe(TimeSpan.FromSeconds(3));
        run.Advance(TimeSpan.FromSeconds(3.2));
        run.Gate.Answered(new RequestCost(GraphClass.Identity, 1, false), null, null, run.Gate.Now);
        run.Advance(TimeSpan.FromSeconds(0.1));
        run.Gate.Refused(null, run.Gate.Now);
        run.Gate.State.Pause.ShouldBe(TimeSpan.FromSeconds(1.5));
    }

    [Fact]
    public void Level_ThatGraphReports_CountsAsUsed()
    {
        using var run = Start(Units);
        run.Gate.Answered(new RequestCost(GraphClass.Identity, 1, false), null, 0.9, run.Gate.Now);
        run.Gate.State.Level.ShouldBe(0.9, 0.001);
        for (var call = 0; call < 100; call++)
            run.Enter(isBulk: false).Turn.IsCompletedSuccessfully.ShouldBeTrue();
        run.Enter(isBulk: false).Turn.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public void Level_UsedByOthers_StopsBulkWhereGraphBeginsToWarn()
    {
        using var run = Start(Units);
        run.Gate.Answered(new RequestCost(GraphClass.Identity, 1, false), null, 0.85, run.Gate.Now);
        var bulk = run.Enter(isBulk: true);
        bulk.Turn.IsCompleted.ShouldBeFalse();
        run.Enter(isBulk: false).Turn.IsCompletedSuccessfully.ShouldBeTrue();
        run.Advance(TimeSpan.FromSeconds(0.9));
        bulk.Turn.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public void Units_ThatGraphCountedMore_AreTaken()
    {
        using var run = Start(Units);
        run.Gate.Answered(new RequestCost(GraphClass.Identity, 1, false), 41, null, run.Gate.Now);
        run.Gate.State.Level.ShouldBe(0.04, 0.001);
    }

    [Fact]
    public void Wait_LongerThanACallMay_IsToldAtOnceAndHowLong()
    {
        using var run = Start(Units);
        for (var call = 0; call < 250; call++)
            run.Enter(isBulk: false, units: 5);
        LimiterScript.StaysAway(run.Enter(isBulk: false, units: 500))!.Value.TotalSeconds.ShouldBeInRange(7, 8);
        run.Enter(isBulk: false, units: 1).Turn.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public void Queue_ThatIsFull_TurnsAway()
    {
        using var run = new LimiterScript(LimiterScript.Quotas(TimeSpan.FromHours(1), Units));
        run.Gate.Refused(TimeSpan.FromMinutes(5), run.Gate.Now);
        for (var call = 0; call < ClassLimiter.MostWaiting; call++)
            run.Enter(isBulk: true).Turn.IsCompleted.ShouldBeFalse();
        LimiterScript.StaysAway(run.Enter(isBulk: true)).ShouldNotBeNull();
        run.Enter(isBulk: false).Turn.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public void AtOnce_MoreThanMayBeUnderWay_WaitForOneToEnd()
    {
        using var run = new LimiterScript(LimiterScript.Quotas(TimeSpan.FromSeconds(10), Units) with { MostAtOnce = new Dictionary<GraphClass, int> { [GraphClass.Identity] = 2 } });
        run.Enter(isBulk: false);
        run.Enter(isBulk: false);
        var third = run.Enter(isBulk: false);
        third.Turn.IsCompleted.ShouldBeFalse();
        run.Gate.Leave();
        third.Turn.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public void Bulk_WithAPace_KeepsItThoughTheLimitIsUnused()
    {
        using var run = new LimiterScript(LimiterScript.Quotas(TimeSpan.FromSeconds(10), Units) with { BulkPace = TimeSpan.FromMilliseconds(10) });
        for (var call = 0; call < 200; call++)
            run.Enter(isBulk: true);
        run.Enter(isBulk: false).Turn.IsCompletedSuccessfully.ShouldBeTrue();
        run.Advance(TimeSpan.FromSeconds(1));
        run.Passed.Count(pass => pass.Waiter.IsBulk).ShouldBeInRange(90, 121);
        run.Advance(TimeSpan.FromSeconds(2));
        run.Waiters.ShouldAllBe(waiter => waiter.Turn.IsCompletedSuccessfully);
    }

    [Fact]
    public void IdentityProtection_WithThePublishedLimits_IsSpacedByMoreThanASecond()
    {
        using var run = new LimiterScript(GraphQuotas.Of(new GraphOptions()), GraphClass.IdentityProtection);
        for (var call = 0; call < 5; call++)
            run.Enter(isBulk: false);
        run.Advance(TimeSpan.FromSeconds(7));
        run.Passed.Count.ShouldBe(5);
        run.Passed.Zip(run.Passed.Skip(1)).ShouldAllBe(pair => pair.Second.At - pair.First.At > TimeSpan.FromSeconds(1.2));
    }

    private static LimiterScript Start(Quota quota) => new(LimiterScript.Quotas(TimeSpan.FromSeconds(5), quota));
}

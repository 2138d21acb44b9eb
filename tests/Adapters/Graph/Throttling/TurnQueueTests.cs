using HelpDesk.Adapters.Graph.Throttling;
using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Adapters.Tests.Graph.Throttling;

/// <summary>At a limit of Graph's too, shares take turns.</summary>
public sealed class TurnQueueTests : IDisposable
{
    // One a second, after the first.
    private static readonly Quota OneASecond = new(QuotaKind.Requests, 1, TimeSpan.FromSeconds(1), IsBucket: true);

    private readonly FakeTimeProvider _time = new();
    private readonly ClassLimiter _gate;

    public TurnQueueTests() => _gate = new ClassLimiter(GraphClass.Identity, LimiterScript.Quotas(TimeSpan.FromSeconds(8), OneASecond), _time, static () => 0.5);

    public void Dispose() => _gate.Dispose();

    [Fact]
    public void Crowd_Waits_TheOneOfAnotherShareIsNext()
    {
        var crowd = Enumerable.Range(0, 6).Select(_ => Enter("crowd")).ToList();
        var single = Enter("single");

        Advance(2.6);

        single.Turn.IsCompletedSuccessfully.ShouldBeTrue();
        crowd.Count(waiter => waiter.Turn.IsCompletedSuccessfully).ShouldBe(2);
    }

    [Fact]
    public void Crowd_TurnedAwayForItsLength_TheOneOfAnotherShareMayWait()
    {
        var crowd = Enumerable.Range(0, 30).Select(_ => Enter("crowd")).ToList();
        LimiterScript.StaysAway(crowd[^1]).ShouldNotBeNull();

        var single = Enter("single");

        single.Turn.IsCompleted.ShouldBeFalse();
        Advance(2.6);
        (single.Turn.IsCompletedSuccessfully, LimiterScript.StaysAway(single)).ShouldBe((true, null));
    }

    [Fact]
    public void Share_GivesUp_ItsTurnIsTheNextShares()
    {
        Enter("first");
        var (gone, other) = (Enter("gone"), Enter("other"));

        _gate.Cancel(gone);
        Advance(1.1);

        (gone.Turn.IsCanceled, other.Turn.IsCompletedSuccessfully).ShouldBe((true, true));
    }

    [Fact]
    public void Share_OfBulkWork_IsNone()
    {
        _gate.Enter(Cost, isBulk: true, "crowd").Share.ShouldBe("");
    }

    [Fact]
    public async Task Turn_IsWaitedFor_TheSlotIsLent()
    {
        Enter("first");
        var lent = 0;
        using (WorkSlot.Enter(() => lent++))
        {
            var waiting = WorkSlot.WhileWaitingAsync(Enter("second").Turn);
            lent.ShouldBe(1);
            Advance(1.1);
            (await waiting).ShouldBeNull();
            // What has its turn at once lends nothing.
            Advance(2);
            (await WorkSlot.WhileWaitingAsync(Enter("third").Turn)).ShouldBeNull();
        }

        lent.ShouldBe(1);
    }

    [Fact]
    public void Turn_InASlotThatCannotBeLent_IsWaitedForASecondAtMost()
    {
        Enter("first");
        var inTime = _gate.Enter(Cost, isBulk: false, "second", isFixed: true);
        var comesBack = _gate.Enter(Cost, isBulk: false, "third", isFixed: true);
        var waits = _gate.Enter(Cost, isBulk: false, "fourth", isFixed: false);

        (inTime.Turn.IsCompleted, waits.Turn.IsCompleted).ShouldBe((false, false));
        LimiterScript.StaysAway(comesBack).ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void Slot_OfAnEngineThatCannotLend_IsFixedAndOnlyInsideOfAnActivity()
    {
        WorkSlot.IsFixed.ShouldBeFalse();
        using (WorkSlot.Enter(static () => { }))
            WorkSlot.IsFixed.ShouldBeFalse();
        using (WorkSlot.Enter(null))
            WorkSlot.IsFixed.ShouldBeTrue();
        WorkSlot.IsFixed.ShouldBeFalse();
    }

    private static RequestCost Cost => new(GraphClass.Identity, 1, false);

    // In small steps: a bucket of one holds no more than one, however long nobody looks.
    private void Advance(double seconds)
    {
        for (var step = 0; step < seconds * 20; step++)
            _time.Advance(TimeSpan.FromMilliseconds(50));
    }

    private Waiter Enter(string share) => _gate.Enter(Cost, isBulk: false, share);
}

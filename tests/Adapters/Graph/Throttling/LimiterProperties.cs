using CsCheck;
using HelpDesk.Adapters.Graph.Throttling;

namespace HelpDesk.Adapters.Tests.Graph.Throttling;

/// <summary>What holds at a gate whoever comes and goes.</summary>
public class LimiterProperties
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);
    private static readonly Quota Units = new(QuotaKind.Units, 40, TimeSpan.FromSeconds(2), IsBucket: true);
    private static readonly Quota Writes = new(QuotaKind.Writes, 12, TimeSpan.FromSeconds(3), IsBucket: true);
    private static readonly Quota Window = new(QuotaKind.Requests, 15, TimeSpan.FromSeconds(2));

    // Somebody comes (single or bulk, units, write), time goes by, somebody gives up, Graph throttles, Graph reports a level.
    private static readonly Gen<(int What, int Much, bool IsBulk, bool IsWrite)[]> Script =
        Gen.Select(Gen.Frequency((12, Gen.Const(0)), (5, Gen.Const(1)), (2, Gen.Const(2)), (1, Gen.Const(3)), (1, Gen.Const(4))), Gen.Int[1, 5], Gen.Bool, Gen.Bool).Array[1, 120];

    [Fact]
    public void Passed_InAnyStretchOfTime_IsNeverMoreThanTheLimits() => Script.Sample(
        script =>
        {
            using var run = Run(script, Units, Writes, Window);
            foreach (var quota in new[] { Units, Writes, Window })
                return Exceeded(run, quota) is { } what ? throw new InvalidOperationException(what) : true;
            return true;
        },
        iter: 400);

    [Fact]
    public void Queue_EachOfTheTwo_IsFirstComeFirstServed() => Script.Sample(
        script =>
        {
            using var run = Run(script, Units, Writes);
            foreach (var isBulk in new[] { true, false })
            {
                var order = run.Passed.Where(pass => pass.Waiter.IsBulk == isBulk).Select(pass => run.Waiters.IndexOf(pass.Waiter)).ToList();
                // Those that pass at one moment show in the order in which they came.
                order.ShouldBe(order.Order());
            }
        },
        iter: 300);

    [Fact]
    public void Bulk_WhileSingleTicketsWait_PassesAtMostEveryTenthTurn() => Script.Sample(
        script =>
        {
            using var run = Run(script, Units, Writes);
            var (singles, bulk) = (0, 0);
            foreach (var moment in run.Moments)
            {
                if (moment.SinglesLeft == 0)
                {
                    (singles, bulk) = (0, 0);
                    continue;
                }

                singles += moment.SinglesPassed;
                bulk += moment.BulkPassed;
                // One turn may have been owed before the queue was first seen.
                bulk.ShouldBeLessThanOrEqualTo(1 + (singles / ClassLimiter.TurnsBeforeBulk));
            }
        },
        iter: 300);

    [Fact]
    public void Waiter_WhateverHappens_PassesOrIsToldOrHasGivenUp() => Script.Sample(
        script =>
        {
            using var run = Run(script, Units, Writes, Window);
            run.Advance(TimeSpan.FromSeconds(70));
            run.Waiters.ShouldAllBe(waiter => waiter.Turn.IsCompleted);
            run.Gate.State.ShouldSatisfyAllConditions(state => state.Singles.ShouldBe(0), state => state.Bulk.ShouldBe(0));
            run.Enter(isBulk: true).Turn.IsCompletedSuccessfully.ShouldBeTrue();
        },
        iter: 150);

    private static LimiterScript Run((int What, int Much, bool IsBulk, bool IsWrite)[] script, params Quota[] limits)
    {
        var run = new LimiterScript(LimiterScript.Quotas(Patience, limits));
        foreach (var (what, much, isBulk, isWrite) in script)
        {
            switch (what)
            {
                case 0:
                    run.Enter(isBulk, much, isWrite);
                    break;
                case 1:
                    run.Advance(TimeSpan.FromMilliseconds(much * 60));
                    break;
                case 2 when run.Waiters.FindLast(waiter => !waiter.Turn.IsCompleted) is { } waiting:
                    run.Gate.Cancel(waiting);
                    waiting.Turn.IsCanceled.ShouldBeTrue();
                    break;
                case 3:
                    run.Gate.Refused(much > 3 ? null : TimeSpan.FromSeconds(much), run.Gate.Now);
                    break;
                case 4:
                    run.Gate.Answered(new RequestCost(GraphClass.Identity, 1, isWrite), much, 0.75 + (much / 10.0), run.Gate.Now);
                    break;
            }

            run.Note();
        }

        return run;
    }

    // Answers that cost less than was thought give back; the scripts' cost as much or more.
    private static string? Exceeded(LimiterScript run, Quota quota)
    {
        for (var from = 0; from < run.Passed.Count; from++)
        {
            var used = 0.0;
            for (var to = from; to < run.Passed.Count; to++)
            {
                used += quota.Of(run.Passed[to].Waiter.Cost);
                var length = run.Passed[to].At - run.Passed[from].At;
                var allowed = quota.IsBucket ? quota.Amount * (1 + (length / quota.Window)) : length < quota.Window ? quota.Amount : double.MaxValue;
                if (used > allowed + 1e-3)
                    return $"{quota.Kind}: {used} in {length}.";
            }
        }

        return null;
    }
}

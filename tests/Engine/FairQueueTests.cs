using CsCheck;
using HelpDesk.Local.Engine.Queues;

namespace HelpDesk.Engine.Tests;

public sealed class FairQueueTests
{
    private static readonly Gen<(int Lane, int Rank, bool IsTaken)[]> Script = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3], Gen.Bool).Array[1, 200];

    [Fact]
    public void Turns_ManyOfOneLane_TheNextOfAnotherIsSecond()
    {
        var queue = new FairQueue<string>();
        for (var i = 0; i < 400; i++)
            queue.Add("crowd", 0, $"crowd-{i}");
        queue.Add("single", 0, "single");

        Take(queue).ShouldBe("crowd-0");
        Take(queue).ShouldBe("single");
        Take(queue).ShouldBe("crowd-1");
    }

    [Fact]
    public void Take_FirstLaneMayNot_TheNextOneThatMayHasItsTurnAndOrderStays()
    {
        var queue = new FairQueue<string>();
        foreach (var item in (string[])["a1", "a2", "b1", "b2"])
            queue.Add(item[..1], 0, item);

        queue.TryTake(out var first, item => item[0] != 'a').ShouldBeTrue();
        queue.TryTake(out _, static _ => false).ShouldBeFalse();

        first.ShouldBe("b1");
        (Take(queue), Take(queue), Take(queue), Take(queue)).ShouldBe(("a1", "b2", "a2", null));
    }

    [Fact]
    public void Turns_WhateverComesAndGoes_TheLowestRankOfALaneGoesFirstAndNoLaneIsOvertakenTwice() => Script.Sample(
        script =>
        {
            var queue = new FairQueue<(int Lane, int Rank, int Number)>();
            var waiting = new List<(int Lane, int Rank, int Number)>();
            var overtakenBy = new Dictionary<int, Dictionary<int, int>>();
            for (var step = 0; step < script.Length; step++)
            {
                var (lane, rank, isTaken) = script[step];
                if (!isTaken)
                {
                    queue.Add($"{lane}", rank, (lane, rank, step));
                    waiting.Add((lane, rank, step));
                    continue;
                }

                queue.TryTake(out var taken).ShouldBe(waiting.Count > 0);
                if (waiting.Count == 0)
                    continue;
                taken.ShouldBe(waiting.Where(item => item.Lane == taken.Lane).OrderBy(item => item.Rank).ThenBy(item => item.Number).First());
                waiting.Remove(taken);
                overtakenBy.Remove(taken.Lane);
                // A lane that waits meets each other lane at most once before its own turn.
                foreach (var other in waiting.Select(item => item.Lane).Where(other => other != taken.Lane).Distinct())
                {
                    var met = overtakenBy.TryGetValue(other, out var known) ? known : overtakenBy[other] = [];
                    (met[taken.Lane] = met.GetValueOrDefault(taken.Lane) + 1).ShouldBeLessThanOrEqualTo(1);
                }
            }
        },
        iter: 500);

    private static string? Take(FairQueue<string> queue) => queue.TryTake(out var item) ? item : null;
}

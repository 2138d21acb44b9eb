using System.Globalization;

namespace HelpDesk.Contract;

/// <summary>Time and chance: what a workflow sees of them is the same on every replay.</summary>
public abstract partial class EngineContract
{
    [Fact]
    public async Task UtcNow_InReplay_IsTheSame()
    {
        var workflow = Workflow("clock", async (c, _) =>
        {
            var seen = new List<DateTimeOffset>();
            for (var step = 0; step < 3; step++)
            {
                seen.Add(c.UtcNow);
                await c.CallAsync(Probe.Reference, c.UtcNow.ToString("O"));
                await c.SleepUntilAsync(c.UtcNow.AddMilliseconds(30));
            }

            return string.Join(' ', seen.Select(at => at.ToString("O")));
        });
        await RunningAsync(workflow);
        var before = TimeProvider.System.GetUtcNow().AddMilliseconds(-50);

        var result = await ResultAsync(workflow);

        result.Split(' ').ShouldBe(World.Runs.Select(run => run.Input));
        var times = result.Split(' ').Select(text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)).ToList();
        times.ShouldBe(times.Order());
        (times[1] - times[0]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(30));
        times.ShouldAllBe(at => at.Offset == TimeSpan.Zero && at >= before && at <= TimeProvider.System.GetUtcNow().AddMilliseconds(50));
    }

    [Fact]
    public async Task Sleep_UntilAMoment_WakesThenAndNotBefore()
    {
        var workflow = Workflow("sleeps", async (c, _) =>
        {
            var late = new List<double>();
            foreach (var wait in new[] { 1, 17, 230 })
            {
                var until = c.UtcNow.AddMilliseconds(wait);
                await c.SleepUntilAsync(until);
                late.Add((c.UtcNow - until).TotalMilliseconds);
            }

            return string.Join(' ', late.Select(ms => ms.ToString(CultureInfo.InvariantCulture)));
        });
        await RunningAsync(workflow);

        var late = (await ResultAsync(workflow)).Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToList();

        late.ShouldAllBe(ms => ms >= 0 && ms < 20_000);
    }

    [Fact]
    public async Task Sleep_UntilThePast_ReturnsAtOnceAndIsNoStep()
    {
        var workflow = Workflow("sleeps", async (c, _) =>
        {
            var before = c.UtcNow;
            await c.SleepUntilAsync(before.AddDays(-1));
            await c.SleepUntilAsync(before);
            return await c.CallAsync(Probe.Reference, (c.UtcNow - before).Ticks.ToString(CultureInfo.InvariantCulture));
        });
        await RunningAsync(workflow);

        (await ResultAsync(workflow)).ShouldBe("0");
        World.Runs.Select(run => run.Key).ShouldBe(["t/1"]);
    }

    [Fact]
    public async Task Sleep_OverAStop_WakesWhenItsMomentHasPassed()
    {
        var workflow = Workflow("sleeps", async (c, _) =>
        {
            await c.CallAsync(Probe.Reference, "before");
            c.SetStatus("asleep");
            await c.SleepUntilAsync(c.UtcNow.AddMilliseconds(800));
            return await c.CallAsync(Probe.Reference, "after");
        });
        await RunningAsync(workflow);
        await Client.StartAsync(workflow, "t", "x", default);
        await UntilStatusAsync("t", "asleep");

        await RestartAsync();

        (await ResultAsync("t")).ShouldBe("after");
        World.Runs.Where(run => run.InstanceId == "t").Select(run => (run.Key, run.Input)).ShouldBe([("t/1", "before"), ("t/3", "after")]);
    }

    [Fact]
    public async Task Sleeps_AtTheSameTime_WakeInTheirOrder()
    {
        var workflow = Workflow("sleeps", async (c, _) =>
        {
            var woken = new List<int>();
            async Task SleepAsync(int ms)
            {
                await c.SleepUntilAsync(c.UtcNow.AddMilliseconds(ms));
                woken.Add(ms);
            }

            await Task.WhenAll(SleepAsync(600), SleepAsync(20), SleepAsync(300));
            return string.Join(' ', woken);
        });
        await RunningAsync(workflow);

        (await ResultAsync(workflow)).ShouldBe("20 300 600");
    }

    [Fact]
    public async Task NewGuid_InReplayAndOverAStop_IsTheSameAndNeverTwice()
    {
        var workflow = Workflow("guids", async (c, _) =>
        {
            var (first, second) = (c.NewGuid(), c.NewGuid());
            await c.CallAsync(Probe.Reference, first.ToString());
            c.SetStatus("waiting");
            await c.WaitForEventAsync<string>("go", c.UtcNow + Long);
            await c.CallAsync(Probe.Reference, second.ToString());
            return $"{first} {second} {await c.CallAsync(Probe.Reference, c.NewGuid().ToString())}";
        });
        await RunningAsync(workflow);
        await Client.StartAsync(workflow, "t", "x", default);
        await UntilStatusAsync("t", "waiting");
        await RestartAsync();
        await Client.RaiseEventAsync("t", "go", "on", default);

        var result = (await ResultAsync("t")).Split(' ');

        result.ShouldBe(World.Runs.Select(run => run.Input));
        result.ShouldBeUnique();
    }

    [Fact]
    public async Task IsReplaying_OverAWholeLife_IsFalseOnceAtEachPlace()
    {
        var workflow = Workflow("notes", async (c, _) =>
        {
            void Note(string place)
            {
                if (!c.IsReplaying)
                    World.Note(place);
            }

            Note("start");
            await c.CallAsync(Probe.Reference, "x");
            Note("activity");
            await c.SleepUntilAsync(c.UtcNow.AddMilliseconds(20));
            Note("sleep");
            c.SetStatus("waiting");
            await c.WaitForEventAsync<string>("go", c.UtcNow + Long);
            Note("event");
            await c.CallAsync(Probe.Reference, "y");
            Note("end");
            return "done";
        });
        await RunningAsync(workflow);
        await Client.StartAsync(workflow, "t", "x", default);
        await UntilStatusAsync("t", "waiting");
        await RestartAsync();
        await Client.RaiseEventAsync("t", "go", "on", default);

        await ResultAsync("t");

        World.Notes.ShouldBe(["start", "activity", "sleep", "event", "end"]);
    }
}

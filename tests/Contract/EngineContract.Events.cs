using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Contract;

/// <summary>Waits for events: before, in time, too late, twice.</summary>
public abstract partial class EngineContract
{
    private static readonly WorkflowReference<string, string> Waits = Workflow("waits", async (c, _) =>
    {
        await c.CallAsync(Probe.Reference, "before");
        c.SetStatus("waiting");
        return Said(await c.WaitForEventAsync<string>("go", c.UtcNow + Long));
    });

    private static string Said(EventOutcome<string> outcome) => outcome.Arrived ? outcome.Value! : "no answer";

    [Fact]
    public async Task Event_AfterTheWait_Arrives()
    {
        await RunningAsync(Waits);
        await Client.StartAsync(Waits, "t", "x", default);
        await UntilStatusAsync("t", "waiting");

        (await Client.RaiseEventAsync("t", "other", "not this", default)).ShouldBeTrue();
        (await Client.RaiseEventAsync("t", "go", "yes", default)).ShouldBeTrue();

        (await ResultAsync("t")).ShouldBe("yes");
    }

    [Fact]
    public async Task Event_WithFacts_ArrivesAsItWasSent()
    {
        var sent = new Facts("ü", 7, new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero), DayOfWeek.Monday, [], Absent: null);
        var workflow = new WorkflowReference<string, Facts>("facts", () => new Script<string, Facts>(async (c, _) => (await c.WaitForEventAsync<Facts>("go", c.UtcNow + Long)).Value!));
        await RunningAsync(workflow);
        await Client.StartAsync(workflow, "t", "x", default);
        await Client.RaiseEventAsync("t", "go", sent, default);

        var got = DurableJson.Read<Facts>((await UntilAsync("t", WorkflowState.Completed)).OutputJson!);
        (got with { Parts = sent.Parts }).ShouldBe(sent);
    }

    [Fact]
    public async Task Event_BeforeTheWait_IsKept()
    {
        var release = new TaskCompletionSource<string>();
        World.Behaviour = (_, _) => release.Task;
        await RunningAsync(Waits);
        await Client.StartAsync(Waits, "t", "x", default);
        await UntilAsync(() => World.Runs.Count == 1, "the activity to run");
        await Client.RaiseEventAsync("t", "other", "not this", default);
        await Client.RaiseEventAsync("t", "go", "early", default);

        release.SetResult("");

        (await ResultAsync("t")).ShouldBe("early");
    }

    [Fact]
    public async Task Events_OfOneName_GoToWaitsInTheirOrder()
    {
        var workflow = Workflow("waits", async (c, _) =>
        {
            var until = c.UtcNow + Long;
            var first = c.WaitForEventAsync<string>("go", until);
            var second = c.WaitForEventAsync<string>("go", until);
            c.SetStatus("waiting");
            return $"{Said(await first)} {Said(await second)} {Said(await c.WaitForEventAsync<string>("go", until))}";
        });
        await RunningAsync(workflow);
        await Client.StartAsync(workflow, "t", "x", default);
        await UntilStatusAsync("t", "waiting");

        foreach (var text in new[] { "a", "b", "c" })
            await Client.RaiseEventAsync("t", "go", text, default);

        (await ResultAsync("t")).ShouldBe("a b c");
    }

    [Fact]
    public async Task Event_Twice_TheSecondChangesNothing()
    {
        var workflow = Workflow("waits", async (c, _) =>
        {
            var said = Said(await c.WaitForEventAsync<string>("go", c.UtcNow + Long));
            await c.SleepUntilAsync(c.UtcNow.AddMilliseconds(50));
            return await c.CallAsync(Probe.Reference, said);
        });
        await RunningAsync(workflow);
        await Client.StartAsync(workflow, "t", "x", default);
        await Client.RaiseEventAsync("t", "go", "first", default);
        await Client.RaiseEventAsync("t", "go", "second", default);

        (await ResultAsync("t")).ShouldBe("first");
        World.Runs.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Event_OfAnotherCase_IsAnotherEvent()
    {
        await RunningAsync(Waits);
        await Client.StartAsync(Waits, "t", "x", default);
        await UntilStatusAsync("t", "waiting");
        await Client.RaiseEventAsync("t", "GO", "shouted", default);
        await Client.RaiseEventAsync("t", "go", "said", default);

        (await ResultAsync("t")).ShouldBe("said");
    }

    [Fact]
    public async Task Wait_DeadlinePasses_IsNoAnswer()
    {
        var workflow = Workflow("waits", async (c, _) =>
        {
            var deadline = c.UtcNow.AddMilliseconds(150);
            var outcome = await c.WaitForEventAsync<string>("go", deadline);
            return $"{Said(outcome)} {outcome.Value is null} {c.UtcNow >= deadline}";
        });
        await RunningAsync(workflow);

        (await ResultAsync(workflow)).ShouldBe("no answer True True");
    }

    [Fact]
    public async Task Wait_TimedOut_EatsNoLaterEventOfAnyName()
    {
        var workflow = Workflow("waits", async (c, _) =>
        {
            var first = Said(await c.WaitForEventAsync<string>("go", c.UtcNow.AddMilliseconds(50)));
            var again = Said(await c.WaitForEventAsync<string>("go", c.UtcNow.AddMilliseconds(50)));
            c.SetStatus("waiting");
            await c.CallAsync(Probe.Reference, "between");
            var until = c.UtcNow + Long;
            return $"{first}, {again}, {Said(await c.WaitForEventAsync<string>("go", until))}, {Said(await c.WaitForEventAsync<string>("other", until))}";
        });
        var release = new TaskCompletionSource<string>();
        World.Behaviour = (_, _) => release.Task;
        await RunningAsync(workflow);
        await Client.StartAsync(workflow, "t", "x", default);
        await UntilStatusAsync("t", "waiting");
        await UntilAsync(() => World.Runs.Count == 1, "the activity to run");
        await Client.RaiseEventAsync("t", "other", "b", default);
        await Client.RaiseEventAsync("t", "go", "a", default);

        release.SetResult("");

        (await ResultAsync("t")).ShouldBe("no answer, no answer, a, b");
    }

    [Fact]
    public async Task Wait_UntilThePast_TakesWhatWasRaisedByThenAndNothingElse()
    {
        var workflow = Workflow("waits", async (c, _) =>
        {
            var start = c.UtcNow;
            await c.CallAsync(Probe.Reference, "x");
            // Raised meanwhile: too late for the first wait, in time for the second.
            var late = Said(await c.WaitForEventAsync<string>("go", start));
            var taken = Said(await c.WaitForEventAsync<string>("go", c.UtcNow));
            return $"{late}, {taken}, {Said(await c.WaitForEventAsync<string>("go", c.UtcNow))}";
        });
        var release = new TaskCompletionSource<string>();
        World.Behaviour = (_, _) => release.Task;
        await RunningAsync(workflow);
        await Client.StartAsync(workflow, "t", "x", default);
        await UntilAsync(() => World.Runs.Count == 1, "the activity to run");
        await Client.RaiseEventAsync("t", "go", "raised", default);

        release.SetResult("");

        (await ResultAsync("t")).ShouldBe("no answer, raised, no answer");
    }

    [Fact]
    public async Task Waits_OfTwoNames_TheFirstToComeWins()
    {
        var workflow = Workflow("waits", async (c, _) =>
        {
            var yes = c.WaitForEventAsync<string>("yes", c.UtcNow + Long);
            var no = c.WaitForEventAsync<string>("no", c.UtcNow + Long);
            c.SetStatus("waiting");
            return await Task.WhenAny(yes, no) == yes ? "yes" : "no";
        });
        await RunningAsync(workflow);
        await Client.StartAsync(workflow, "t", "x", default);
        await UntilStatusAsync("t", "waiting");

        await Client.RaiseEventAsync("t", "no", "", default);

        (await ResultAsync("t")).ShouldBe("no");
    }

    [Fact]
    public async Task Wait_OverAStop_GoesOn()
    {
        await RunningAsync(Waits);
        await Client.StartAsync(Waits, "t", "x", default);
        await UntilStatusAsync("t", "waiting");

        await RestartAsync();
        await Client.RaiseEventAsync("t", "go", "yes", default);

        (await ResultAsync("t")).ShouldBe("yes");
        World.Runs.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Raise_UnknownOrFinished_IsDropped()
    {
        await RunningAsync(Waits);
        await Client.StartAsync(Waits, "t", "x", default);
        await Client.RaiseEventAsync("t", "go", "yes", default);
        await ResultAsync("t");

        (await Client.RaiseEventAsync("t", "go", "again", default)).ShouldBeFalse();
        (await Client.RaiseEventAsync("nobody", "go", "x", default)).ShouldBeFalse();
    }
}

using System.Globalization;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Contract;

/// <summary>Activities: results, faults, identity of a step.</summary>
public abstract partial class EngineContract
{
    [Fact]
    public async Task Steps_OneAfterTheOther_PassResultsOnUnderTheirKeys()
    {
        var workflow = Workflow("three", async (c, input) =>
        {
            var first = await c.CallAsync(Probe.Reference, input + "1");
            var second = await c.CallAsync(Probe.Reference, first + "2");
            return await c.CallAsync(Probe.Reference, second + "3");
        });
        await RunningAsync(workflow);

        (await ResultAsync(workflow)).ShouldBe("x123");

        World.Runs.Select(run => (run.InstanceId, run.Key, run.Attempt, run.Input)).ShouldBe([("t", "t/1", 1, "x1"), ("t", "t/2", 1, "x12"), ("t", "t/3", 1, "x123")]);
    }

    [Fact]
    public async Task Payload_OfEveryShape_ArrivesAsItWasSent()
    {
        var sent = new Facts("Zoë „Ü\" \\ <b> \u2028 😀", 1, new DateTimeOffset(2026, 3, 2, 8, 0, 0, 123, TimeSpan.FromHours(2)), DayOfWeek.Friday, ["a", ""], Absent: null);
        var workflow = new WorkflowReference<Facts, Facts>("facts", () => new Script<Facts, Facts>(async (c, input) => await c.CallAsync(EchoFacts.Reference, await c.CallAsync(EchoFacts.Reference, input))));
        await RunningAsync(workflow);

        await Client.StartAsync(workflow, "t", sent, default);
        var got = DurableJson.Read<Facts>((await UntilAsync("t", WorkflowState.Completed)).OutputJson!);

        got.Parts.ShouldBe(sent.Parts);
        (got with { Parts = sent.Parts }).ShouldBe(sent with { Count = 3 });
    }

    [Fact]
    public async Task Fault_NotWorthRepeating_ReachesTheWorkflowWithCodeAndMessage()
    {
        World.Behaviour = (_, _) => throw ContractWorld.Forbidden();
        var workflow = Catching("calls", (c, input) => c.CallAsync(Probe.Reference, input, RetryPolicy.Vendor));
        await RunningAsync(workflow);

        (await ResultAsync(workflow)).ShouldBe("probe|Forbidden|False|graph: Grant the permission User.ReadWrite.All.");
        World.Runs.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Defect_WithASecretInItsMessage_LeavesOnlyItsTypeAndPlace()
    {
        World.Behaviour = (_, _) => throw new FormatException("cannot parse TAP-7391-secret");
        var workflow = Catching("calls", (c, input) => c.CallAsync(Probe.Reference, input, RetryPolicy.Vendor));
        await RunningAsync(workflow);

        var result = await ResultAsync(workflow);

        result.ShouldStartWith("probe|FormatException|False|FormatException in HelpDesk.");
        result.ShouldNotContain("TAP-7391");
        World.Runs.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Fault_OfAStepInside_KeepsItsCode()
    {
        World.Behaviour = (_, _) => throw new StepFailedException("graph-call", "Gone", "The device is gone.");
        var workflow = Catching("calls", (c, input) => c.CallAsync(Probe.Reference, input, RetryPolicy.Vendor));
        await RunningAsync(workflow);

        (await ResultAsync(workflow)).ShouldBe("probe|Gone|False|graph-call: The device is gone.");
    }

    [Fact]
    public async Task FanOut_OfAHundred_ResultsInTheOrderAsked()
    {
        var workflow = Workflow("fan", async (c, _) =>
            string.Join(',', await Task.WhenAll(Enumerable.Range(0, 100).Select(i => c.CallAsync(Probe.Reference, i.ToString(CultureInfo.InvariantCulture))))));
        await RunningAsync(workflow);

        (await ResultAsync(workflow)).ShouldBe(string.Join(',', Enumerable.Range(0, 100)));

        World.Runs.Select(run => run.Key).Order().ShouldBe(Enumerable.Range(1, 100).Select(i => $"t/{i}").Order());
    }

    [Fact]
    public async Task FanOut_OneFails_TheOthersStillRunAndTheFaultIsTheirs()
    {
        World.Behaviour = (_, input) => input == "1" ? throw ContractWorld.Forbidden() : Task.FromResult(input);
        var workflow = Workflow("fan", async (c, _) =>
        {
            var calls = Enumerable.Range(0, 3).Select(i => c.CallAsync(Probe.Reference, i.ToString(CultureInfo.InvariantCulture))).ToList();
            try
            {
                await Task.WhenAll(calls);
                return "none failed";
            }
            catch (StepFailedException failed)
            {
                return $"{failed.Code} {await calls[0]} {await calls[2]}";
            }
        });
        await RunningAsync(workflow);

        (await ResultAsync(workflow)).ShouldBe("Forbidden 0 2");
    }

    [Fact]
    public async Task First_OfActivityAndSleep_IsTheFaster()
    {
        var workflow = Workflow("race", async (c, _) =>
        {
            var fast = c.CallAsync(Probe.Reference, "fast");
            var first = await Task.WhenAny(c.SleepUntilAsync(c.UtcNow + Long), fast);
            return first == fast ? await fast : "slow";
        });
        await RunningAsync(workflow);

        (await ResultAsync(workflow)).ShouldBe("fast");
    }

    [Fact]
    public async Task Step_NotWaitedFor_RunsAndItsFaultHurtsNobody()
    {
        World.Behaviour = (_, input) => input == "card" ? throw ContractWorld.Forbidden() : Task.FromResult(input);
        var workflow = Workflow("posts", async (c, input) =>
        {
            _ = c.CallAsync(Probe.Reference, "card");
            c.SetStatus("waiting");
            var answer = await c.WaitForEventAsync<string>("go", c.UtcNow + Long);
            return await c.CallAsync(Probe.Reference, answer.Value!);
        });
        await RunningAsync(workflow);
        await Client.StartAsync(workflow, "t", "x", default);
        await UntilAsync(() => World.Runs.Any(run => run.Input == "card"), "the card");
        await UntilStatusAsync("t", "waiting");
        await Client.RaiseEventAsync("t", "go", "on", default);

        (await ResultAsync("t")).ShouldBe("on");
        World.Runs.Select(run => run.Key).ShouldBe(["t/1", "t/3"]);
    }
}

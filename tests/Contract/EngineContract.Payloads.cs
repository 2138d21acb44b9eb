using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Contract;

/// <summary>Histories carry small facts: 8 KiB, and never null.</summary>
public abstract partial class EngineContract
{
    // With its quotes, JSON of exactly the limit; every "ü" takes two bytes.
    private static readonly string Largest = new('ü', (Payload.MaxBytes - 2) / 2);

    [Fact]
    public async Task Payload_AtTheLimit_GoesEverywhere()
    {
        var child = Workflow("child", (c, input) => c.CallAsync(Probe.Reference, input));
        var workflow = Workflow("large", async (c, input) =>
        {
            var said = Said(await c.WaitForEventAsync<string>("go", c.UtcNow + Long));
            return said == input ? await c.CallChildAsync(child, said) : "differs";
        });
        await RunningAsync(workflow, child);
        await Client.StartAsync(workflow, "t", Largest, default);
        await Client.RaiseEventAsync("t", "go", Largest, default);

        (await ResultAsync("t")).ShouldBe(Largest);
    }

    [Fact]
    public async Task Input_TooLarge_FailsTheStepBeforeItRuns()
    {
        var workflow = Catching("large", (c, _) => c.CallAsync(Probe.Reference, Largest + "x"));
        await RunningAsync(workflow);

        (await ResultAsync(workflow)).ShouldStartWith("t/1 activity:probe|PayloadTooLarge|False|The payload has 8193 bytes, a history takes at most 8192");
        World.Runs.ShouldBeEmpty();
    }

    [Fact]
    public async Task Result_TooLarge_FailsTheStepAndIsNotTriedAgain()
    {
        World.Behaviour = (_, _) => Task.FromResult(Largest + "x");
        var workflow = Catching("large", (c, input) => c.CallAsync(Probe.Reference, input, RetryPolicy.Vendor));
        await RunningAsync(workflow);

        (await ResultAsync(workflow)).ShouldStartWith("probe|PayloadTooLarge|False|t/1 activity:probe result: The payload has 8193 bytes");
        World.Runs.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Output_TooLarge_FailsTheWorkflow()
    {
        var workflow = Workflow("large", (_, _) => Task.FromResult(Largest + "x"));
        await RunningAsync(workflow);
        await Client.StartAsync(workflow, "t", "x", default);

        (await UntilAsync("t", WorkflowState.Failed)).Failure.ShouldNotBeNull().ShouldStartWith("t result: The payload has 8193 bytes");
    }

    [Fact]
    public async Task ChildAndNextInput_TooLarge_AreRefused()
    {
        var parent = Catching("parent", (c, _) => c.CallChildAsync(Child, Largest + "x"));
        var next = Catching("next", (c, _) =>
        {
            c.ContinueAsNew(Largest + "x");
            return Task.FromResult("");
        });
        await RunningAsync(parent, next, Child);

        (await ResultAsync(parent, "p")).ShouldStartWith("p/1 child:child|PayloadTooLarge|");
        (await ResultAsync(next, "n")).ShouldStartWith("n continue-as-new|PayloadTooLarge|");
        (await Client.GetStatusAsync("p:1", default)).ShouldBeNull();
    }

    [Fact]
    public async Task StartAndEvent_TooLargeOrMissing_AreRefusedByName()
    {
        await RunningAsync(Waits);
        await Client.StartAsync(Waits, "t", "x", default);

        foreach (var (payload, code) in new[] { (Largest + "x", "PayloadTooLarge"), (null!, "PayloadMissing") })
        {
            var start = await Should.ThrowAsync<StepFailedException>(() => Client.StartAsync(Waits, "other", payload, default));
            (start.Code, start.Step).ShouldBe((code, "start of waits other"));
            var raise = await Should.ThrowAsync<StepFailedException>(() => Client.RaiseEventAsync("t", "go", payload, default));
            (raise.Code, raise.Step).ShouldBe((code, "event go for t"));
        }

        (await Client.GetStatusAsync("other", default)).ShouldBeNull();
    }

    [Fact]
    public async Task Nothing_AsAPayload_IsRefused()
    {
        var input = Catching("input", (c, _) => c.CallAsync(Probe.Reference, null!));
        var result = Catching("result", (c, text) => c.CallAsync(Probe.Reference, text));
        World.Behaviour = (_, _) => Task.FromResult<string>(null!);
        await RunningAsync(input, result);

        (await ResultAsync(input, "i")).ShouldStartWith("i/1 activity:probe|PayloadMissing|");
        (await ResultAsync(result, "r")).ShouldStartWith("probe|PayloadMissing|False|r/1 activity:probe result: ");
    }
}

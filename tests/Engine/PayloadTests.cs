using HelpDesk.Engine.Tests.Harness;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Engine.Tests;

public sealed class PayloadTests : EngineTest
{
    private static readonly string Long = new('x', Payload.MaxBytes);

    [Fact]
    public async Task Input_TooLarge_FailsTheStepAndNamesIt()
    {
        var workflow = Scripted.Workflow("large", (c, _) => c.CallAsync(Act.Reference, Long));
        await using var engine = await StartEngineAsync(workflow);
        await engine.Client.StartAsync(workflow, "t", "", default);

        (await engine.UntilAsync("t", WorkflowState.Failed)).Failure!.ShouldStartWith("t/1 activity:act: The payload has 8194 bytes, a history takes at most 8192");
        World.Runs.ShouldBeEmpty();
    }

    [Fact]
    public async Task Result_TooLarge_FailsTheStepAndNamesIt()
    {
        World.Behaviour = (_, _) => Task.FromResult(Long);
        var workflow = Scripted.Workflow("large", (c, _) => c.CallAsync(Act.Reference, ""));
        await using var engine = await StartEngineAsync(workflow);
        await engine.Client.StartAsync(workflow, "t", "", default);

        (await engine.UntilAsync("t", WorkflowState.Failed)).Failure!.ShouldContain("t/1 activity:act result: The payload has 8194 bytes");
    }

    [Fact]
    public async Task Output_TooLarge_FailsTheWorkflow()
    {
        var workflow = Scripted.Workflow("large", (_, _) => Task.FromResult(Long));
        await using var engine = await StartEngineAsync(workflow);
        await engine.Client.StartAsync(workflow, "t", "", default);

        (await engine.UntilAsync("t", WorkflowState.Failed)).Failure!.ShouldContain("t result");
    }

    [Theory]
    [InlineData(8190, true)]
    [InlineData(8191, false)]
    public async Task StartAndEvent_AtTheLimit_AreRefusedAboveIt(int length, bool accepted)
    {
        var workflow = Scripted.Workflow("waits", async (c, _) => (await c.WaitForEventAsync<string>("go", c.UtcNow.AddDays(1))).Value!);
        await using var engine = await StartEngineAsync(workflow);
        await engine.Client.StartAsync(workflow, "small", "", default);
        var text = new string('x', length);

        if (accepted)
        {
            (await engine.Client.StartAsync(workflow, "t", text, default)).ShouldBeTrue();
            (await engine.Client.RaiseEventAsync("small", "go", text, default)).ShouldBeTrue();
            return;
        }

        var start = await Should.ThrowAsync<StepFailedException>(() => engine.Client.StartAsync(workflow, "t", text, default));
        (start.Code, start.Step).ShouldBe(("PayloadTooLarge", "start of waits t"));
        var raised = await Should.ThrowAsync<StepFailedException>(() => engine.Client.RaiseEventAsync("small", "go", text, default));
        raised.Step.ShouldBe("event go for small");
        (await engine.Client.GetStatusAsync("t", default)).ShouldBeNull();
    }
}

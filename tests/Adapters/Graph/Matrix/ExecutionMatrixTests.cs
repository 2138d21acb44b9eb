using HelpDesk.Orchestrations;
using HelpDesk.Orchestrations.Remediation;
using HelpDesk.Simulator.Faulting;

namespace HelpDesk.Adapters.Tests.Graph.Matrix;

/// <summary>What holds when any remediation of the catalogue is executed, whatever happens meanwhile.</summary>
public class ExecutionMatrixTests
{
    public static TheoryData<string> Names => RemediationRows.Names;

    public static TheoryData<string> ShownAsDone => RemediationRows.ShownAsDone;

    [Fact]
    public void Catalogue_EveryRemediation_HasARow()
    {
        var covered = RemediationRows.All.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);

        // What an entitled person does by showing a secret, and what only tells somebody, changes nothing in Graph: PassTests, TellManagerTests.
        RemediationRows.Descriptors.Where(descriptor => !descriptor.IsHandOver && descriptor.Id != "user.tell-manager").Select(descriptor => descriptor.Id).ShouldBeSubsetOf(covered);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Execute_OnAReadyTarget_HasItsEffectAndIsReadBack(string row)
    {
        await using var run = await MatrixRun.StartAsync(row);
        CapturedState.Fits(run.Captured.Json).ShouldBeTrue();
        run.Captured.Text.ShouldEndWith(".");
        (await run.CheckAsync()).ShouldBe(Precondition.Ready);
        (await run.VerifyAsync()).Outcome.ShouldBe(ReadBackOutcome.Pending);

        var receipt = await run.ExecuteAsync();

        receipt.HadEffect.ShouldBeTrue();
        receipt.RequestId.ShouldNotBeNullOrEmpty();
        run.Effects.ShouldBe(run.Row.Effects);
        await run.VerifiedAsync();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Capture_OfTheSameTarget_IsTheSameText(string row)
    {
        await using var run = await MatrixRun.StartAsync(row);

        (await run.CaptureAsync()).ShouldBe(run.Captured);

        run.Effects.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(ShownAsDone))]
    public async Task Target_ThatIsSoAlready_IsLeftAlone(string row)
    {
        await using var run = await MatrixRun.StartAsync(row);
        await run.ExecuteAsync();
        await run.VerifiedAsync();
        await run.PlanAsync();

        (await run.CheckAsync()).Outcome.ShouldBe(PreconditionOutcome.AlreadyDone);
        var executed = await run.ExecuteAsync();
        var undone = await run.UndoAsync();

        executed.HadEffect.ShouldBeFalse();
        undone.HadEffect.ShouldBeFalse();
        run.Effects.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Target_SpoiledSinceTheApproval_IsRefusedWithAReason(string row)
    {
        await using var run = await MatrixRun.StartAsync(row);
        run.Row.Spoil(run.Graph);

        var precondition = await run.CheckAsync();

        precondition.Outcome.ShouldBe(PreconditionOutcome.Refused);
        precondition.Reason.ShouldNotBeNullOrWhiteSpace();
        run.Effects.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Throttling_OfTheChange_IsRetryableAndTheChangeWorksLater(string row)
    {
        await using var run = await MatrixRun.StartAsync(row);
        run.Fault(FaultKind.Throttled, seconds: 1);

        var fault = await Should.ThrowAsync<VendorException>(run.ExecuteAsync);
        var wasThrottled = run.Effects;
        run.Graph.NoFaults();

        fault.IsRetryable.ShouldBeTrue();
        // Identity protection never says when to come back (contracts: graph-throttling).
        fault.RetryAfter.ShouldBe(run.Remediation.Descriptor.ThrottleClass == "IDP" ? null : TimeSpan.FromSeconds(1));
        wasThrottled.ShouldBe(0);
        await run.ExecuteAsync();
        run.Effects.ShouldBe(run.Row.Effects);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Outage_DuringTheChange_IsRetryableAndTheChangeWorksLater(string row)
    {
        await using var run = await MatrixRun.StartAsync(row);
        run.Fault(FaultKind.Unavailable);

        var fault = await Should.ThrowAsync<VendorException>(run.ExecuteAsync);
        run.Graph.NoFaults();

        fault.IsRetryable.ShouldBeTrue();
        run.Effects.ShouldBe(0);
        await run.ExecuteAsync();
        run.Effects.ShouldBe(run.Row.Effects);
        await run.VerifiedAsync();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Answer_LostAfterTheChange_CausesNoSecondChange(string row)
    {
        await using var run = await MatrixRun.StartAsync(row);
        run.Fault(FaultKind.DropAfter, count: 1);

        var fault = await Should.ThrowAsync<VendorException>(run.ExecuteAsync);
        var afterTheFirst = run.Effects;
        var receipt = await run.ExecuteAsync();

        fault.IsRetryable.ShouldBeTrue();
        afterTheFirst.ShouldBe(1);
        receipt.HadEffect.ShouldBeTrue();
        run.Effects.ShouldBe(run.Row.Effects);
        await run.VerifiedAsync();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Effect_ThatNeverShows_StaysPending(string row)
    {
        await using var run = await MatrixRun.StartAsync(row);
        await run.ExecuteAsync();
        run.Row.Hide(run.Graph);

        (await run.VerifyAsync()).Outcome.ShouldBe(ReadBackOutcome.Pending);
    }
}

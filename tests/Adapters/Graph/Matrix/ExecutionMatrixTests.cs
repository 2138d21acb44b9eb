using System.Text.Json.Nodes;
using HelpDesk.Adapters.Tests.Graph.States;
using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Adapters.Tests.Graph.Matrix;

/// <summary>What holds when any remediation of the catalogue is executed.</summary>
public class ExecutionMatrixTests
{
    public static TheoryData<string> Names => RemediationRows.Names;

    public static TheoryData<string> ShownAsDone => RemediationRows.ShownAsDone;

    [Fact]
    public void Catalogue_EveryRemediation_HasARow()
    {
        var covered = RemediationRows.All.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);

        // What an entitled person does by showing a secret, and what only tells somebody, changes nothing in Graph: PassTests, NotifyManagerTests.
        RemediationRows.Descriptors.Where(descriptor => !descriptor.IsHandOver && descriptor.Id != "user.tell-manager").Select(descriptor => descriptor.Id).ShouldBeSubsetOf(covered);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Execute_OnAReadyTarget_HasItsEffectAndIsReadBack(string row)
    {
        await using var run = await MatrixRun.StartAsync(row);
        CapturedState.Fits(run.Captured.Json).ShouldBeTrue();
        CapturedStateTests.Forms.ShouldContain(JsonNode.Parse(run.Captured.Json)!["form"]!.ToString());
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
    public async Task Effect_ThatNeverShows_StaysPending(string row)
    {
        await using var run = await MatrixRun.StartAsync(row);
        await run.ExecuteAsync();
        run.Row.Hide(run.Graph);

        (await run.VerifyAsync()).Outcome.ShouldBe(ReadBackOutcome.Pending);
    }
}

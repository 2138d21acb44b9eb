using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Simulator.Faulting;

namespace HelpDesk.Adapters.Tests.Graph.Matrix;

/// <summary>What holds when any remediation of the catalogue is taken back.</summary>
public class UndoMatrixTests
{
    public static TheoryData<string> Undoable => RemediationRows.Undoable;

    public static TheoryData<string> NotUndoable => RemediationRows.NotUndoable;

    public static TheoryData<string> Drifting => [.. RemediationRows.All.Where(row => row.Drift is not null).Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Undoable))]
    public async Task Undo_AfterExecution_RestoresExactlyWhatWasCaptured(string row)
    {
        await using var run = await MatrixRun.StartAsync(row);
        await run.ExecuteAsync();
        await run.VerifiedAsync();
        (await run.CaptureAsync()).Json.ShouldNotBe(run.Captured.Json);

        var receipt = await run.UndoAsync();

        receipt.HadEffect.ShouldBeTrue();
        (await run.CaptureAsync()).Json.ShouldBe(run.Captured.Json);
    }

    [Theory]
    [MemberData(nameof(Undoable))]
    public async Task Undo_ASecondTime_HasNoEffect(string row)
    {
        await using var run = await MatrixRun.StartAsync(row);
        await run.ExecuteAsync();
        await run.UndoAsync();
        var before = run.Effects;

        var receipt = await run.UndoAsync();

        receipt.HadEffect.ShouldBeFalse();
        receipt.Summary.ShouldNotBeNullOrWhiteSpace();
        run.Effects.ShouldBe(before);
    }

    [Theory]
    [MemberData(nameof(Undoable))]
    public async Task Undo_WhoseAnswerWasLost_IsNotDoneTwice(string row)
    {
        await using var run = await MatrixRun.StartAsync(row);
        await run.ExecuteAsync();
        run.Fault(FaultKind.DropAfter, count: 1, onEveryWrite: true);

        await Should.ThrowAsync<VendorException>(run.UndoAsync);
        run.Graph.NoFaults();
        await run.UndoAsync();

        (await run.CaptureAsync()).Json.ShouldBe(run.Captured.Json);
        run.Effects.ShouldBe(run.Row.Effects * 2);
    }

    [Theory]
    [MemberData(nameof(NotUndoable))]
    public async Task Undo_OfWhatCannotBeTakenBack_SaysSo(string row)
    {
        await using var run = await MatrixRun.StartAsync(row);
        await run.ExecuteAsync();
        var before = run.Effects;

        var receipt = await run.UndoAsync();

        receipt.HadEffect.ShouldBeFalse();
        receipt.Summary.ShouldNotBeNullOrWhiteSpace();
        run.Effects.ShouldBe(before);
    }

    [Theory]
    [MemberData(nameof(Drifting))]
    public async Task Change_BySomebodyElseAfterTheStep_ShowsInWhatIsCaptured(string row)
    {
        await using var run = await MatrixRun.StartAsync(row);
        await run.ExecuteAsync();
        await run.VerifiedAsync();
        var after = (await run.CaptureAsync()).Json;

        run.Row.Drift!(run.Graph);

        (await run.CaptureAsync()).Json.ShouldNotBe(after);
    }
}

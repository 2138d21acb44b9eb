using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Execution.Leases;
using HelpDesk.Orchestrations.Stages.Execution.Undo;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Remediation.Undo;

public sealed class UndoStepTests : IDisposable
{
    private const string GroupStep = "group.add-member";

    private readonly House _house = AllowingVerdict.House();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Undo_TargetAsTheStepLeftIt_RestoresIt_AuditsBeforeAndAfter()
    {
        var done = await new DoneCase(_house).CarryOutAsync(GroupStep);

        var report = await UndoAsync(done);

        report.Outcome.ShouldBe(UndoOutcome.Undone);
        _house.Trace.ShouldBe([$"audit {AuditKinds.UndoIntended}", $"undo {GroupStep}", $"audit {AuditKinds.Undone}"]);
        (await VerifyAsync(done)).Outcome.ShouldBe(ReadBackOutcome.Verified);
        (await _house.Get<CaseStore>().FindAsync(DoneCase.CaseId, default)).ShouldNotBeNull().Steps.Single().State.ShouldBe(CaseStepState.Undone);
    }

    [Fact]
    public async Task Undo_SomebodyElseChangedIt_StopsAndSaysBothStates()
    {
        var done = await new DoneCase(_house).CarryOutAsync(GroupStep);
        _house.Remediations[GroupStep].ChangedBySomebody = "A colleague has widened the access";

        var report = await UndoAsync(done);

        report.Outcome.ShouldBe(UndoOutcome.Drifted);
        report.Note.ShouldContain("After our step: It is done");
        report.Note.ShouldContain("Now: A colleague has widened the access");
        _house.Trace.ShouldBe([$"audit {AuditKinds.Undone}"]);
        _house.Audit.Events[^1].Facts["outcome"].ShouldBe("Drifted");
    }

    [Fact]
    public async Task Undo_AfterAnUpdateThatReadsMore_IsNoDriftAndIsReadBack()
    {
        var done = await new DoneCase(_house).CarryOutAsync(GroupStep);
        _house.Remediations[GroupStep].KnowsMore = true;

        (await UndoAsync(done)).Outcome.ShouldBe(UndoOutcome.Undone);

        (await VerifyAsync(done)).Outcome.ShouldBe(ReadBackOutcome.Verified);
    }

    [Fact]
    public async Task Undo_AfterAnUpdateThatReadsMore_StillSeesThatItIsAsBefore()
    {
        var done = await new DoneCase(_house).CarryOutAsync(GroupStep);
        _house.Remediations[GroupStep].KnowsMore = true;
        _house.Remediations[GroupStep].Forget();

        (await UndoAsync(done)).Outcome.ShouldBe(UndoOutcome.NothingToUndo);
        _house.Trace.ShouldNotContain($"undo {GroupStep}");
    }

    [Fact]
    public async Task Undo_SomebodyElseUndidIt_DoesNothing()
    {
        var done = await new DoneCase(_house).CarryOutAsync(GroupStep);
        _house.Remediations[GroupStep].Forget();

        (await UndoAsync(done)).Outcome.ShouldBe(UndoOutcome.NothingToUndo);
        _house.Trace.ShouldNotContain($"undo {GroupStep}");
    }

    [Fact]
    public async Task Undo_RepeatedAfterATimeoutThatHadItsEffect_IsOursAndNotDoneAgain()
    {
        var done = await new DoneCase(_house).CarryOutAsync(GroupStep);
        _house.Remediations[GroupStep].UndoFaults.Enqueue((true, new VendorException("graph", "timeout", "No answer.", isRetryable: true)));
        await Should.ThrowAsync<VendorException>(() => UndoAsync(done));

        var report = await UndoAsync(done, attempt: 2);

        report.Outcome.ShouldBe(UndoOutcome.Undone);
        _house.Trace.Count(line => line == $"undo {GroupStep}").ShouldBe(1);
    }

    [Fact]
    public async Task Undo_RefusedByTheVendor_FailsWithTheReason()
    {
        var done = await new DoneCase(_house).CarryOutAsync(GroupStep);
        _house.Remediations[GroupStep].UndoFaults.Enqueue((false, new VendorException("graph", "Authorization_RequestDenied", "Grant GroupMember.ReadWrite.All.", isRetryable: false)));

        var report = await UndoAsync(done);

        report.ShouldSatisfyAllConditions(() => report.Outcome.ShouldBe(UndoOutcome.Failed), () => report.Note.ShouldContain("Grant GroupMember.ReadWrite.All."));
    }

    [Fact]
    public async Task Undo_AnotherCaseChangesTheTarget_Waits()
    {
        var done = await new DoneCase(_house).CarryOutAsync(GroupStep);
        var other = new LeaseHolder("servicenow-2", new CaseId("servicenow-2"), "step");
        _house.Workflows.Statuses["servicenow-2"] = new("servicenow-2", "ticket", HelpDesk.Orchestrations.Foundation.Durable.WorkflowState.Running, null, _house.Time.GetUtcNow(), _house.Time.GetUtcNow(), null, null, null);
        await _house.Get<TargetLeases>().TakeAsync(TargetKind.User, new TargetId(House.Requester), other, false, default);

        var report = await UndoAsync(done);

        report.ShouldSatisfyAllConditions(() => report.Outcome.ShouldBe(UndoOutcome.Busy), () => report.Note.ShouldContain("servicenow-2"));
        _house.Trace.ShouldBeEmpty();
    }

    [Fact]
    public async Task Undo_ThatNeverShows_IsNotUndone()
    {
        var done = await new DoneCase(_house).CarryOutAsync(GroupStep);
        await UndoAsync(done);
        _house.Remediations[GroupStep].AlreadyDone(House.Requester);

        (await VerifyAsync(done)).Outcome.ShouldBe(ReadBackOutcome.Pending);
        (await _house.Get<CaseStore>().FindAsync(DoneCase.CaseId, default)).ShouldNotBeNull().Steps.Single().State.ShouldBe(CaseStepState.Failed);
    }

    [Fact]
    public async Task Undo_Ended_GivesTheTargetBack()
    {
        var done = await new DoneCase(_house).CarryOutAsync(GroupStep);
        await UndoAsync(done);
        await VerifyAsync(done);

        (await _house.Store.HolderAsync(House.Requester)).ShouldBeNull();
    }

    private Task<UndoReport> UndoAsync(DoneCase done, int attempt = 1) =>
        _house.Get<UndoStep>().RunAsync(DoneCase.Attempt("undo", attempt), new UndoStepInput(done.First, _house.Time.GetUtcNow(), "A test asks."));

    private Task<ReadBack> VerifyAsync(DoneCase done) =>
        _house.Get<VerifyUndo>().RunAsync(DoneCase.Attempt("verify-undo"), new VerifyUndo.Input(done.First, _house.Time.GetUtcNow(), IsLast: true));
}

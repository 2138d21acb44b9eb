using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Stages.Execution;
using HelpDesk.Orchestrations.Stages.Execution.MultiAdminApprovals;
using HelpDesk.Orchestrations.Stages.Execution.Undo;
using HelpDesk.Orchestrations.Tests.Harness;
using HelpDesk.Orchestrations.Tests.Remediation.Undo;

namespace HelpDesk.Orchestrations.Tests.Remediation;

/// <summary>A remediation that a setting switches off while a step of it is on its way: refused with the reason, never a crash.</summary>
public sealed class SwitchedOffStepTests : IDisposable
{
    private const string Remediation = "group.add-member";
    private const string Why = "Graph:UseBetaEndpoints is off.";

    private readonly House _house = AllowingVerdict.House();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task VerifyStep_SwitchedOffSince_HasFailedWithTheReasonAndReleasesTheTarget()
    {
        var step = (await new DoneCase(_house).CarryOutAsync(Remediation)).First;

        var found = await new VerifyStep(Guard, Catalogue, _house.Get<StepReservations>(), _house.Get<DoneSteps>(), _house.Get<StepRecorder>()).RunAsync(
            Attempt("verify"), new VerifyStep.Input(step, "key", _house.Time.GetUtcNow(), IsOurs: true, IsLast: false));

        found.ShouldSatisfyAllConditions(() => found.Outcome.ShouldBe(ReadBackOutcome.Failed), () => found.Evidence.ShouldContain(Why));
        _house.Audit.Events[^1].Summary.ShouldContain(Why);
        (await _house.Store.HolderAsync(House.Requester)).ShouldBeNull();
    }

    [Fact]
    public async Task UndoStep_SwitchedOffSince_IsRefusedWithTheReasonAndChangesNothing()
    {
        var step = (await new DoneCase(_house).CarryOutAsync(Remediation)).First;

        var report = await new UndoStep(Protocol, _house.Get<StepIntents>(), _house.Get<DoneSteps>(), _house.Get<ActivityResults>(), _house.Time).RunAsync(
            Attempt("undo"), new UndoStepInput(step, _house.Time.GetUtcNow(), "A later step failed."));

        report.ShouldSatisfyAllConditions(() => report.Outcome.ShouldBe(UndoOutcome.Refused), () => report.Note.ShouldContain(Why));
        _house.Trace.ShouldBe([$"audit {AuditKinds.Undone}"]);
    }

    [Fact]
    public async Task VerifyUndo_SwitchedOffSince_HasFailedWithTheReason()
    {
        var step = (await new DoneCase(_house).CarryOutAsync(Remediation)).First;

        var found = await new VerifyUndo(Guard, Catalogue, _house.Get<StepReservations>(), _house.Get<StepRecorder>()).RunAsync(
            Attempt("verify-undo"), new VerifyUndo.Input(step, _house.Time.GetUtcNow(), IsLast: false));

        found.ShouldSatisfyAllConditions(() => found.Outcome.ShouldBe(ReadBackOutcome.Failed), () => found.Evidence.ShouldContain(Why));
    }

    [Fact]
    public async Task ResumeAfterApproval_SwitchedOffSince_IsRefusedWithTheReasonAndSendsNothing()
    {
        var step = (await new DoneCase(_house).CarryOutAsync(Remediation)).First;
        _house.MultiAdminApprovals.State = MultiAdminApprovalState.Granted;
        var waiting = new StepReport("s1", StepOutcome.MultiAdminApproval, "Waits.", "key", _house.Time.GetUtcNow(), TimeSpan.Zero, TimeSpan.Zero, false, null, "code");

        var report = await new ResumeAfterApproval(Protocol, _house.Get<IDirectory>(), _house.Get<IMultiAdminApprovals>(), _house.Get<CaseSignal>()).RunAsync(
            Attempt("resume"), new ResumeAfterApproval.Input(step, waiting, "event", IsLast: false));

        report.ShouldSatisfyAllConditions(() => report.Outcome.ShouldBe(StepOutcome.Refused), () => report.Note.ShouldContain(Why));
        _house.Trace.ShouldBe([$"audit {AuditKinds.StepExecuted}"]);
    }

    private RemediationCatalogue Catalogue =>
        new(_house.Remediations.Values.Where(one => one.Descriptor.Id != Remediation), [new OffRemediation(_house.Remediations[Remediation].Descriptor, Why)]);

    private PlanGuard Guard => new(_house.Get<CaseContext>(), _house.Get<ApprovalCheck>(), _house.Get<IStandingVerdict>(), _house.Get<StopReasons>(), Catalogue);

    private EffectProtocol Protocol => new(Guard, Catalogue, _house.Get<StepReservations>(), _house.Get<StepRecorder>(), _house.Get<ActivityResults>(), _house.Get<PolicySet>());

    private static ActivityContext Attempt(string step) => DoneCase.Attempt(step, 1);
}

using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Flows.TakeOver;
using HelpDesk.Orchestrations.Flows.Undo;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Execution.Undo;
using HelpDesk.Orchestrations.Stages.Operations;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Remediation.Undo;

public sealed class UndoWorkflowTests : IDisposable
{
    private const string Add = "group.add-member";
    private const string Licence = "user.assign-licence";

    private readonly House _house = AllowingVerdict.House();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Undo_Approved_TakesTheStepsBackInReverseAndReadsThemBack()
    {
        await new DoneCase(_house).CarryOutAsync(Add, Licence);

        var end = await RunAsync(await AskAsync("s1", "s2"), approve: true);

        end.ShouldBe(new UndoWorkflow.Result(true, null));
        Undone().ShouldBe([$"undo {Licence}", $"undo {Add}"]);
        var record = await RecordAsync($"{DoneCase.CaseId}-undo-1");
        record.ShouldSatisfyAllConditions(() => record.State.ShouldBe(CaseState.Resolved), () => record.Verified.ShouldBeTrue(), () => record.Path.ShouldBe(CasePath.Undo));
        var origin = await RecordAsync(DoneCase.CaseId);
        origin.Steps.ShouldAllBe(step => step.State == CaseStepState.Undone);
        origin.Undos.ShouldBe([$"{DoneCase.CaseId}-undo-1"]);
        _house.Audit.Events.Where(entry => entry.CaseId == DoneCase.CaseId).Select(entry => entry.Kind).TakeLast(2).ShouldBe([AuditKinds.OperatorActed, AuditKinds.Undone]);
    }

    [Fact]
    public async Task Undo_OfOneStep_LeavesTheOthers()
    {
        await new DoneCase(_house).CarryOutAsync(Add, Licence);

        await RunAsync(await AskAsync("s1"), approve: true);

        Undone().ShouldBe([$"undo {Add}"]);
    }

    [Theory]
    [InlineData(House.ItManager)]
    [InlineData(House.Requester)]
    public async Task Undo_ApprovedByWhoAskedOrWhomItIsAbout_IsNotPossible(string approver)
    {
        await new DoneCase(_house).CarryOutAsync(Add);
        _house.Directory.Members.Add((approver, House.DeskGroup));

        var end = await RunAsync(await AskAsync("s1"), approve: true, by: approver);

        end.IsUndone.ShouldBeFalse();
        Undone().ShouldBeEmpty();
    }

    [Fact]
    public async Task Undo_Denied_ChangesNothingAndSaysSo()
    {
        await new DoneCase(_house).CarryOutAsync(Add);

        var end = await RunAsync(await AskAsync("s1"), approve: false);

        end.Why.ShouldBe("An approver denied the undo.");
        Undone().ShouldBeEmpty();
        (await RecordAsync($"{DoneCase.CaseId}-undo-1")).State.ShouldBe(CaseState.Ignored);
    }

    [Fact]
    public async Task Undo_NobodyDecides_IsANo()
    {
        await new DoneCase(_house).CarryOutAsync(Add);

        (await RunAsync(await AskAsync("s1"), approve: null)).Why.ShouldNotBeNull().ShouldContain("expired as denied");
        Undone().ShouldBeEmpty();
    }

    [Fact]
    public async Task Undo_ChangedByAColleagueBeforeItWasPlanned_AsksNobody()
    {
        await new DoneCase(_house).CarryOutAsync(Add);
        var request = await AskAsync("s1");
        _house.Remediations[Add].ChangedBySomebody = "Somebody made it permanent";

        var end = await RunAsync(request, approve: true);

        end.Why.ShouldNotBeNull().ShouldContain("Somebody made it permanent");
        _house.Teams.Cards.ShouldBeEmpty();
        Undone().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Undo_UpdateThatReadsMore_BeforeThePlanOrWhileTheApprovalIsWaitedFor_VoidsNothing(bool beforeThePlan)
    {
        await new DoneCase(_house).CarryOutAsync(Add);
        var request = await AskAsync("s1");
        void Update() => _house.Remediations[Add].KnowsMore = true;
        if (beforeThePlan)
            Update();

        var end = await RunAsync(request, approve: true, before: Update);

        end.IsUndone.ShouldBeTrue(end.Why);
    }

    [Fact]
    public async Task Undo_ChangedByAColleagueWhileTheApprovalWasWaitedFor_StopsAndAPersonLooks()
    {
        await new DoneCase(_house).CarryOutAsync(Add);

        var end = await RunAsync(await AskAsync("s1"), approve: true, before: () => _house.Remediations[Add].ChangedBySomebody = "Somebody made it permanent");

        end.Why.ShouldNotBeNull().ShouldContain("Somebody made it permanent");
        Undone().ShouldBeEmpty();
        (await RecordAsync($"{DoneCase.CaseId}-undo-1")).State.ShouldBe(CaseState.Escalated);
    }

    [Fact]
    public async Task Undo_KillSwitchThrownWhileTheApprovalWasWaitedFor_ChangesNothing()
    {
        await new DoneCase(_house).CarryOutAsync(Add);
        var request = await AskAsync("s1");

        await RunAsync(request, approve: true, before: () => _house.Get<KillSwitch>().SetAsync(true, "operator:test", "Test", default).GetAwaiter().GetResult());

        Undone().ShouldBeEmpty();
    }

    [Fact]
    public async Task Undo_OfSomebodyWhoHasBecomePrivileged_IsRefused()
    {
        await new DoneCase(_house).CarryOutAsync(Add);
        _house.Directory.People[House.Requester] = _house.Directory.People[House.Requester] with { Roles = [HeldRole.Unknown] };

        (await RunAsync(await AskAsync("s1"), approve: true)).IsUndone.ShouldBeFalse();
        Undone().ShouldBeEmpty();
        Rules().ShouldContain(nameof(NobodyAboveTheRoleCeilingIsRemediated));
    }

    [Fact]
    public async Task Undo_OfSomebodyWhoBecomesPrivilegedWhileTheApprovalIsWaitedFor_IsRefused()
    {
        await new DoneCase(_house).CarryOutAsync(Add);
        var request = await AskAsync("s1");

        var end = await RunAsync(
            request, approve: true,
            before: () => _house.Directory.People[House.Requester] = _house.Directory.People[House.Requester] with { Roles = [new HeldRole("fe930be7-5e62-47db-91af-98c3a49a38b1", "User Administrator")] });

        end.Why.ShouldNotBeNull().ShouldContain("User Administrator");
        Undone().ShouldBeEmpty();
        Rules().ShouldContain(nameof(NobodyAboveTheRoleCeilingIsRemediated));
    }

    [Fact]
    public async Task Undo_EndedByAnOperatorWhileItWaits_IsWithAPersonAndLeavesTheTicketAlone()
    {
        await new DoneCase(_house).CarryOutAsync(Add);
        var request = await AskAsync("s1");
        var context = _house.Context(request.CaseId);
        context.OnWait = _ => throw new OperationCanceledException("The engine runs no further code of an ended workflow.");
        await Should.ThrowAsync<OperationCanceledException>(() => new UndoWorkflow().RunAsync(context, request));
        var gate = (await RecordAsync(request.CaseId)).OpenApprovalId.ShouldNotBeNull();

        var takeOver = TakeOverWorkflow.IdFor(request.CaseId);
        await new TakeOverWorkflow().RunAsync(_house.Context(takeOver), new EndInstance.Input(request.CaseId, $"person:{House.ItManager}", "It does not go on"));

        (await _house.Get<ApprovalService>().FindAsync(gate, default))!.State.ShouldBe(ApprovalState.Withdrawn);
        var record = await RecordAsync(request.CaseId);
        record.ShouldSatisfyAllConditions(() => record.State.ShouldBe(CaseState.Escalated), () => record.Reason.ShouldNotBeNull().ShouldContain("It does not go on"));
        _house.Tickets.Notes.ShouldBeEmpty();
        _house.Tickets.Group.ShouldBeNull();
        (await _house.Store.OutcomeAsync(request.CaseId)).ShouldBeNull();
    }

    [Theory]
    [InlineData("user.revoke-sessions", "Undo of user.revoke-sessions")]
    [InlineData("device.sync", "Undo of device.sync")]
    public async Task Ask_ForAStepThatCannotBeUndone_IsRefusedWithTheReason(string remediation, string why)
    {
        await new DoneCase(_house).CarryOutAsync(remediation);

        (await DeskAsync("s1")).WhyNot.ShouldNotBeNull().ShouldContain(why);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public async Task Ask_AtTheEndOfItsTime_IsPossibleUntilThen(int seconds, bool isPossible)
    {
        await new DoneCase(_house).CarryOutAsync(Add);
        _house.Time.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(seconds));

        (await DeskAsync("s1")).CaseId.ShouldBe(isPossible ? new CaseId($"{DoneCase.CaseId}-undo-1") : null);
    }

    [Fact]
    public async Task Ask_WhileAnUndoIsUnderWay_IsRefused()
    {
        await new DoneCase(_house).CarryOutAsync(Add, Licence);
        var first = (await DeskAsync("s1")).CaseId.ShouldNotBeNull();
        _house.Workflows.Statuses[first] = new(first, "undo", HelpDesk.Orchestrations.Foundation.Durable.WorkflowState.Running, null, _house.Time.GetUtcNow(), _house.Time.GetUtcNow(), null, null, null);

        (await DeskAsync("s2")).WhyNot.ShouldNotBeNull().ShouldContain("under way");
    }

    [Theory]
    [InlineData("s1", "")]
    [InlineData("nonsense", "Why")]
    [InlineData("", "Why")]
    public async Task Ask_WithoutReasonOrForAnUnknownStep_StartsNothing(string step, string reason)
    {
        await new DoneCase(_house).CarryOutAsync(Add);

        (await _house.Get<UndoService>().AskAsync(DoneCase.CaseId, [step], DoneCase.Operator, reason, default)).CaseId.ShouldBeNull();
        _house.Workflows.Started.ShouldBeEmpty();
    }

    private string Rules() => _house.Audit.Events.Last(entry => entry.Kind == AuditKinds.PolicyDecided).Facts["rules"];

    private IEnumerable<string> Undone() => _house.Trace.Where(line => line.StartsWith("undo ", StringComparison.Ordinal));

    private Task<UndoAnswer> DeskAsync(params string[] steps) =>
        _house.Get<UndoService>().AskAsync(DoneCase.CaseId, steps, DoneCase.Operator, "The wrong person was given it.", default);

    private async Task<UndoRequest> AskAsync(params string[] steps)
    {
        var answer = await DeskAsync(steps);
        return _house.Workflows.Started[answer.CaseId.ShouldNotBeNull(answer.WhyNot)].ShouldBeOfType<UndoRequest>();
    }

    private async Task<CaseRecord> RecordAsync(string caseId) => (await _house.Get<CaseStore>().FindAsync(new CaseId(caseId), default)).ShouldNotBeNull();

    private async Task<UndoWorkflow.Result> RunAsync(UndoRequest request, bool? approve, string by = House.DeskLead, Action? before = null)
    {
        var context = _house.Context(request.CaseId);
        context.OnWait = async _ =>
        {
            if (approve is not { } yes || await _house.Get<ApprovalService>().ListOpenAsync(default).FirstOrDefaultAsync() is not { } gate)
                return false;
            before?.Invoke();
            return (await _house.Get<ApprovalService>().DecideAsync(gate.ApprovalId, gate.PlanHash, yes, House.Person(by), null, default)).Kind == DecisionKind.Recorded;
        };
        return await new UndoWorkflow().RunAsync(context, request);
    }
}

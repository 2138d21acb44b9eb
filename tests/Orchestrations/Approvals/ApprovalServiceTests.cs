using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Approvals;

public sealed class ApprovalServiceTests : IDisposable
{
    private static readonly CaseId CaseId = new("servicenow-1");

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData(House.Requester, "You asked for this yourself")]
    [InlineData(House.Stranger, "Only members of 'Security approvers'")]
    [InlineData(House.DeskLead, "Only members of 'Security approvers'")]
    [InlineData(House.ItManager, "Only members of 'Security approvers'")]
    [InlineData("", "does not say who you are")]
    public async Task Decide_ByWhoMayNot_RecordsNothing(string personId, string reason)
    {
        var gate = await OpenAsync();

        var outcome = await DecideAsync(gate, true, personId);

        outcome.Kind.ShouldBe(DecisionKind.NotAllowed);
        outcome.Message.ShouldContain(reason);
        (await Desk.FindAsync(gate.ApprovalId, default)).ShouldNotBeNull().Decisions.ShouldBeEmpty();
        _house.Audit.Events.ShouldNotContain(entry => entry.Kind == AuditKinds.ApprovalDecided);
    }

    [Fact]
    public async Task Decide_BySubjectWhoIsAnApprover_IsRefused()
    {
        _house.Directory.Members.Add((House.Requester, House.SecurityGroup));
        var gate = await OpenAsync();

        (await DecideAsync(gate, true, House.Requester)).Kind.ShouldBe(DecisionKind.NotAllowed);
    }

    [Theory]
    [InlineData(true, ApprovalState.Approved)]
    [InlineData(false, ApprovalState.Denied)]
    public async Task Decide_ByApprover_IsRecordedAuditedAndWakesTheCase(bool approve, ApprovalState state)
    {
        var gate = await OpenAsync();
        await _house.Get<CaseSignal>().RegisterWaitAsync(CaseId, "approval-x-1", default);

        var outcome = await DecideAsync(gate, approve, House.SecurityApprover);

        outcome.Kind.ShouldBe(DecisionKind.Recorded);
        outcome.Gate.ShouldNotBeNull().State.ShouldBe(state);
        var entry = _house.Audit.Events.Single(one => one.Kind == AuditKinds.ApprovalDecided);
        entry.Actor.ShouldBe($"person:{House.SecurityApprover}");
        entry.Facts["plan-hash"].ShouldBe(gate.PlanHash);
        _house.Workflows.Raised.ShouldBe([(CaseId, "approval-x-1")]);
    }

    [Fact]
    public async Task Decide_SameAgain_GivesTheSameAnswerOnce()
    {
        var gate = await OpenAsync();
        await DecideAsync(gate, true, House.SecurityApprover);

        var again = await DecideAsync(gate, true, House.SecurityApprover);

        again.Kind.ShouldBe(DecisionKind.SameAgain);
        again.Gate.ShouldNotBeNull().Decisions.Count.ShouldBe(1);
        _house.Audit.Events.Count(entry => entry.Kind == AuditKinds.ApprovalDecided).ShouldBe(1);
    }

    [Fact]
    public async Task Decide_OppositeAfterwards_IsAConflictThatNamesWhoDecided()
    {
        var gate = await OpenAsync();
        await DecideAsync(gate, true, House.SecurityApprover);

        var opposite = await DecideAsync(gate, false, House.SecurityApprover);

        opposite.Kind.ShouldBe(DecisionKind.AlreadyDecided);
        opposite.Message.ShouldContain(House.Person(House.SecurityApprover).Name);
        opposite.Gate.ShouldNotBeNull().State.ShouldBe(ApprovalState.Approved);
    }

    [Fact]
    public async Task Decide_AfterTheDeadline_IsTooLate()
    {
        var gate = await OpenAsync();
        _house.Time.Advance(TimeSpan.FromHours(8));

        (await DecideAsync(gate, true, House.SecurityApprover)).Kind.ShouldBe(DecisionKind.Expired);
        (await Desk.FindAsync(gate.ApprovalId, default)).ShouldNotBeNull().State.ShouldBe(ApprovalState.Open);
    }

    [Fact]
    public async Task Decide_WithAnotherPlansHash_IsRefused()
    {
        var gate = await OpenAsync();

        var outcome = await Desk.DecideAsync(gate.ApprovalId, new PlanHash(new string('0', 64)), true, House.Person(House.SecurityApprover), null, default);

        outcome.Kind.ShouldBe(DecisionKind.WrongPlan);
        (await Desk.FindAsync(gate.ApprovalId, default)).ShouldNotBeNull().Decisions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Decide_ByFallbackGroup_OnlyAfterTheEscalation()
    {
        var gate = await OpenAsync();
        (await DecideAsync(gate, true, House.ItManager)).Kind.ShouldBe(DecisionKind.NotAllowed);
        // Whoever can write to the store can say that it was escalated; the clock decides.
        await _house.Get<ApprovalStore>().UpdateAsync(gate.ApprovalId, before => before with { EscalatedAt = _house.Time.GetUtcNow() }, default);
        (await DecideAsync(gate, true, House.ItManager)).Kind.ShouldBe(DecisionKind.NotAllowed);
        _house.Time.Advance(TimeSpan.FromHours(1));

        (await DecideAsync(gate, true, House.ItManager)).Kind.ShouldBe(DecisionKind.Recorded);
    }

    [Fact]
    public async Task Decide_WithAQuorumOfTwo_WaitsForASecondPerson()
    {
        _house.Directory.Members.Add((House.Stranger, House.SecurityGroup));
        var gate = await OpenAsync(quorum: 2);

        (await DecideAsync(gate, true, House.SecurityApprover)).Gate.ShouldNotBeNull().State.ShouldBe(ApprovalState.Open);
        (await DecideAsync(gate, true, House.SecurityApprover)).Kind.ShouldBe(DecisionKind.SameAgain);
        (await DecideAsync(gate, true, House.Stranger)).Gate.ShouldNotBeNull().State.ShouldBe(ApprovalState.Approved);
    }

    [Fact]
    public async Task Decide_OppositesAtOnce_OneWins()
    {
        _house.Directory.Members.Add((House.Stranger, House.SecurityGroup));
        var gate = await OpenAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 40).Select(at => Task.Run(() =>
            DecideAsync(gate, at % 2 == 0, at % 2 == 0 ? House.SecurityApprover : House.Stranger))));

        outcomes.Count(outcome => outcome.Kind == DecisionKind.Recorded).ShouldBe(1);
        (await Desk.FindAsync(gate.ApprovalId, default)).ShouldNotBeNull().Decisions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Find_UnknownGate_IsNull()
    {
        (await Desk.FindAsync("nothing", default)).ShouldBeNull();
        (await Desk.DecideAsync("nothing", new PlanHash(""), true, House.Person(House.SecurityApprover), null, default)).Kind.ShouldBe(DecisionKind.NotFound);
    }

    private ApprovalService Desk => _house.Get<ApprovalService>();

    private Task<DecisionOutcome> DecideAsync(ApprovalRequest gate, bool approve, string personId) =>
        Desk.DecideAsync(gate.ApprovalId, gate.PlanHash, approve, House.Person(personId), null, default);

    private async Task<ApprovalRequest> OpenAsync(int quorum = 1)
    {
        await _house.Get<CaseStore>().OpenAsync(new TicketReference("servicenow", "1", "INC1"), _house.Time.GetUtcNow(), default);
        var plan = Plans.Of(CaseId, "user.disable-sign-in");
        var reference = await _house.Get<CaseContext>().PutAsync(CaseId, "plan", plan, default);
        var requirement = new ApprovalRequirement("security", "it-managers", quorum, TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(8));
        var verdict = new Verdict(VerdictOutcome.NeedsApproval, [], requirement, "policy");
        var opened = await _house.Get<RequestApproval>().RunAsync(
            new HelpDesk.Orchestrations.Foundation.Durable.ActivityContext(CaseId, $"{CaseId}/1", 1, default), new RequestApproval.Input(PlanReference.To(plan, reference), verdict));
        return (await Desk.FindAsync(opened.ApprovalId, default)).ShouldNotBeNull();
    }
}

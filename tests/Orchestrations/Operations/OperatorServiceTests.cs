using HelpDesk.Orchestrations.Flows.TakeOver;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Operators;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Operations;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Operations;

public sealed class OperatorServiceTests : IDisposable
{
    private static readonly CaseId CaseId = new("servicenow-9d385017c611228701d22104cc95c371");
    private const string By = "person:" + House.ItManager;
    private const string Reason = "Version 7 does not replay";

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Resume_Parked_RunsAgainAndIsRecordedBeforeAndAfter()
    {
        Put(WorkflowState.Suspended);

        (await Desk.ResumeAsync(CaseId, By, Reason, default)).ShouldBe(OperatorOutcome.Done);

        _house.Workflows.Statuses[CaseId].State.ShouldBe(WorkflowState.Running);
        _house.Audit.Events.Select(entry => (entry.CaseId, entry.Actor, entry.Summary)).ShouldBe(
        [
            (new CaseId("operations"), By, "A suspended workflow is about to run again."), (new CaseId("operations"), By, "The workflow runs again."),
        ]);
        _house.Audit.Events.ShouldAllBe(entry => entry.Facts["reason"] == Reason && entry.Facts["instance"] == CaseId);
    }

    [Theory]
    [InlineData(null, OperatorOutcome.Unknown, OperatorOutcome.Unknown)]
    [InlineData(WorkflowState.Running, OperatorOutcome.MovedOn, OperatorOutcome.Done)]
    [InlineData(WorkflowState.Suspended, OperatorOutcome.Done, OperatorOutcome.Done)]
    [InlineData(WorkflowState.Failed, OperatorOutcome.MovedOn, OperatorOutcome.Done)]
    [InlineData(WorkflowState.Completed, OperatorOutcome.MovedOn, OperatorOutcome.MovedOn)]
    [InlineData(WorkflowState.Terminated, OperatorOutcome.MovedOn, OperatorOutcome.MovedOn)]
    public async Task Act_ByState_IsDoneOnlyWhereItMakesSense(WorkflowState? state, OperatorOutcome resumed, OperatorOutcome ended)
    {
        Put(state);
        (await Desk.ResumeAsync(CaseId, By, Reason, default)).ShouldBe(resumed);
        Put(state);
        (await Desk.EndAsync(CaseId, By, Reason, default)).ShouldBe(ended);

        _house.Workflows.Started.ContainsKey(TakeOverWorkflow.IdFor(CaseId)).ShouldBe(ended == OperatorOutcome.Done);
    }

    [Fact]
    public async Task End_OfATakeOver_IsRefused()
    {
        Put(WorkflowState.Running, TakeOverWorkflow.Reference.Name);

        (await Desk.EndAsync(CaseId, By, Reason, default)).ShouldBe(OperatorOutcome.MovedOn);

        _house.Audit.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task End_TicketThatWaitsForApproval_TakesTheApprovalBackAndGivesTheTicketToAPerson()
    {
        _house.Model.Answer = _ => new TriageAnswer("identity.compromised", 0.97);
        _house.Tickets.Write("Strange sign-ins", "Somebody else signs in with my account, I got strange mails about it today.", $"{House.Requester}@contoso.example");
        var ticket = _house.Context(CaseId);
        ticket.OnWait = _ => throw new OperationCanceledException("The engine runs no further code of an ended workflow.");
        await Should.ThrowAsync<OperationCanceledException>(() => _house.RunAsync(ticket));
        Put(WorkflowState.Running);
        var gate = (await _house.Get<CaseStore>().FindAsync(CaseId, default))!.OpenApprovalId.ShouldNotBeNull();

        await Desk.EndAsync(CaseId, By, Reason, default);
        var input = _house.Workflows.Started[TakeOverWorkflow.IdFor(CaseId)].ShouldBeOfType<EndInstance.Input>();
        await new TakeOverWorkflow().RunAsync(_house.Context(TakeOverWorkflow.IdFor(CaseId)), input);

        _house.Workflows.Statuses[CaseId].State.ShouldBe(WorkflowState.Terminated);
        (await _house.Get<ApprovalService>().FindAsync(gate, default))!.State.ShouldBe(ApprovalState.Withdrawn);
        var record = (await _house.Get<CaseStore>().FindAsync(CaseId, default))!;
        record.State.ShouldBe(CaseState.Escalated);
        record.Reason.ShouldNotBeNull().ShouldContain(Reason);
        _house.Tickets.Notes.Single().ShouldContain(Reason);
        _house.Tickets.Group.ShouldNotBeNull();
        _house.Audit.Events.Where(entry => entry.Kind == AuditKinds.OperatorActed).Select(entry => entry.Summary).ShouldBe(["A workflow is about to be ended.", "A workflow was ended."]);
    }

    [Fact]
    public async Task TakeOver_CaseAtRest_OnlyEndsTheWorkflow()
    {
        Put(WorkflowState.Suspended);

        var ended = await new TakeOverWorkflow().RunAsync(_house.Context(TakeOverWorkflow.IdFor(CaseId)), new EndInstance.Input(CaseId, By, Reason));

        ended.ShouldBe(new EndInstance.Result(null, null, null, null));
        _house.Workflows.Statuses[CaseId].State.ShouldBe(WorkflowState.Terminated);
        _house.Tickets.Notes.ShouldBeEmpty();
    }

    private OperatorService Desk => _house.Get<OperatorService>();

    private void Put(WorkflowState? state, string workflow = "ticket")
    {
        _house.Workflows.Statuses.Clear();
        if (state is { } known)
            _house.Workflows.Statuses[CaseId] = new WorkflowStatus(CaseId, workflow, known, null, default, default, null, null, null);
    }
}

using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Flows.Actions;
using HelpDesk.Orchestrations.Flows.Steps;
using HelpDesk.Orchestrations.Flows.TakeOver;
using HelpDesk.Orchestrations.Flows.Undo;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Operations;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Remediation.Actions;

/// <summary>Steps that an operator has done on the page of a case: the same policy, approval, protocol and read-back as everywhere.</summary>
public sealed class ActionWorkflowTests : IDisposable
{
    private const string Disable = "user.disable-sign-in";
    private readonly House _house = new();
    private readonly ActionScene _scene;

    public ActionWorkflowTests() => _scene = new ActionScene(_house);

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task LowImpact_OnePress_IsDoneReadBackAndNotedWithTheOperatorsName()
    {
        await _scene.TwoLaptopsAsync();
        var comments = _house.Tickets.Comments.Count;

        var request = await _scene.PressedAsync("sync", ActionScene.Other);
        var end = await _scene.RunAsync(request);

        end.ShouldBe(new ActionWorkflow.Result(true, null));
        _house.Remediations["device.sync"].Targets.ShouldBe([ActionScene.Other]);
        var record = await _scene.RecordAsync(request.CaseId);
        record.ShouldSatisfyAllConditions(
            () => record.State.ShouldBe(CaseState.Resolved), () => record.Verified.ShouldBeTrue(), () => record.Path.ShouldBe(CasePath.Action),
            () => record.ActionOf.ShouldBe(ActionScene.CaseId), () => record.Steps.Single().State.ShouldBe(CaseStepState.Verified));
        var origin = await _scene.RecordAsync();
        origin.ShouldSatisfyAllConditions(() => origin.State.ShouldBe(CaseState.Escalated), () => origin.Actions.ShouldBe([request.CaseId.Value]));
        _house.Tickets.Notes.Last().ShouldContain("Name of 6 had this done from the case page");
        _house.Tickets.Comments.Count.ShouldBe(comments, "the technician writes to the requester");
        _house.Audit.Events.Where(entry => entry.CaseId == ActionScene.CaseId).Select(entry => (entry.Kind, entry.Actor)).ShouldContain((AuditKinds.OperatorActed, $"person:{House.ItManager}"));
        _house.Audit.Events.Where(entry => entry.CaseId == request.CaseId).Select(entry => entry.Kind).ShouldBe(
            [AuditKinds.Planned, AuditKinds.PolicyDecided, AuditKinds.StepIntended, AuditKinds.StepExecuted, AuditKinds.StepVerified, AuditKinds.OperatorActed]);
    }

    [Fact]
    public async Task HighImpact_WaitsForAnotherPerson_AndRunsAfterTheApproval()
    {
        await _scene.CompromisedAsync();
        var request = await _scene.PressedAsync("disable");
        var before = new List<string>();

        var end = await _scene.RunAsync(request, approve: true, meanwhile: () => before.AddRange(_scene.Effects()));

        end.ShouldBe(new ActionWorkflow.Result(true, null));
        before.ShouldBeEmpty();
        _scene.Effects().ShouldBe([$"effect {Disable}"]);
        var plan = await PlanAsync(request.CaseId);
        plan.ShouldSatisfyAllConditions(
            () => plan.OperatorId.ShouldBe(new PersonId(House.ItManager)), () => plan.RequesterId.ShouldBe(new PersonId(House.Requester)), () => plan.EveryOpener().ShouldContain(House.ItManager));
    }

    // The operator is in the group of approvers here, and so is the person it is about.
    [Theory]
    [InlineData(House.ItManager)]
    [InlineData(House.Requester)]
    [InlineData(House.Stranger)]
    public async Task HighImpact_ApprovedByWhoPressedByWhomItIsAboutOrByAStranger_IsNotPossible(string by)
    {
        await _scene.CompromisedAsync();
        if (by != House.Stranger)
            _house.Directory.Members.Add((by, House.SecurityGroup));
        var request = await _scene.PressedAsync("disable");

        var end = await _scene.RunAsync(request, approve: true, by: by);

        end.IsDone.ShouldBeFalse();
        _scene.Effects().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false, "An approver denied it.")]
    [InlineData(null, "No one approved it in time")]
    public async Task HighImpact_NotApproved_ChangesNothingAndSaysSo(bool? approve, string why)
    {
        await _scene.CompromisedAsync();
        var request = await _scene.PressedAsync("disable");

        (await _scene.RunAsync(request, approve)).Why.ShouldNotBeNull().ShouldContain(why);

        _scene.Effects().ShouldBeEmpty();
        var record = await _scene.RecordAsync(request.CaseId);
        record.ShouldSatisfyAllConditions(() => record.State.ShouldBe(CaseState.Ignored), () => record.Reason.ShouldNotBeNull().ShouldContain(why));
        _house.Tickets.Notes.Last().ShouldContain("Not done:");
    }

    [Fact]
    public async Task SamePress_AgainAndInAnotherBrowser_IsOneAction()
    {
        await _scene.TwoLaptopsAsync();
        var first = await _scene.PressedAsync("sync", ActionScene.Laptop);

        (await _scene.PressAsync("sync", ActionScene.Laptop)).CaseId.ShouldBe(first.CaseId);
        (await _scene.PressAsync("sync", ActionScene.Laptop, by: House.OtherLead)).CaseId.ShouldBe(first.CaseId);
        await _scene.RunAsync(first);
        (await _scene.PressAsync("sync", ActionScene.Laptop)).CaseId.ShouldBe(first.CaseId);

        _house.Workflows.Started.Count.ShouldBe(1);
        _scene.Effects().ShouldBe(["effect device.sync"]);
        // A page that was opened since counts one more.
        (await _house.Get<ActionService>().OffersAsync(ActionScene.CaseId, House.Person(House.ItManager), default)).Steps.Select(offer => (offer.Step.DeviceId?.Value, offer.Number))
            .ShouldBe([(ActionScene.Laptop, 2), (ActionScene.Other, 1)]);
        (await _scene.PressAsync("sync", ActionScene.Laptop, number: 2)).CaseId.ShouldNotBeNull().ShouldNotBe(first.CaseId);
        (await _scene.PressAsync("sync", ActionScene.Laptop, number: 3)).WhyNot.ShouldNotBeNull().ShouldContain("under way");
    }

    [Theory]
    [InlineData("make-action")]
    [InlineData("decide-policy")]
    [InlineData("execute-step")]
    [InlineData("verify-step")]
    [InlineData("close-action")]
    public async Task ProcessDies_AfterAnyActivity_OneEffectAndOneNote(string activity)
    {
        await _scene.TwoLaptopsAsync();
        var notes = _house.Tickets.Notes.Count;

        (await _scene.RunAsync(await _scene.PressedAsync("sync", ActionScene.Laptop), diesAfter: name => name == activity)).IsDone.ShouldBeTrue();

        _scene.Effects().ShouldBe(["effect device.sync"]);
        _house.Tickets.Notes.Count.ShouldBe(notes + 1);
    }

    // A technician who has the ticket is the one who presses.
    [Fact]
    public async Task Ticket_AssignedToATechnician_IsNoReasonToStop()
    {
        await _scene.TwoLaptopsAsync();
        _house.Tickets.Ticket = _house.Tickets.Ticket! with { AssignedTo = "Ida It" };

        (await _scene.RunAsync(await _scene.PressedAsync("sync", ActionScene.Laptop))).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task LowConfidence_NeedsAnApprovalAsATicketWould()
    {
        await _scene.TwoLaptopsAsync(confidence: 0.7);
        var request = await _scene.PressedAsync("sync", ActionScene.Laptop);

        (await _scene.RunAsync(request)).Why.ShouldNotBeNull().ShouldContain("No one approved it in time");

        _scene.Effects().ShouldBeEmpty();
    }

    [Fact]
    public async Task Effect_ThatDoesNotShow_IsForAPersonToCheck()
    {
        await _scene.TwoLaptopsAsync();
        _house.Remediations["device.sync"].NeverShows = true;
        var request = await _scene.PressedAsync("sync", ActionScene.Laptop);

        (await _scene.RunAsync(request)).IsDone.ShouldBeFalse();

        (await _scene.RecordAsync(request.CaseId)).ShouldSatisfyAllConditions(record => record.State.ShouldBe(CaseState.Escalated), record => record.Verified.ShouldBeFalse());
    }

    [Fact]
    public async Task Done_CanBeUndoneByAnotherApproval()
    {
        await _scene.CompromisedAsync();
        var request = await _scene.PressedAsync("disable");
        (await _scene.RunAsync(request, approve: true)).IsDone.ShouldBeTrue();

        var asked = await _house.Get<UndoService>().AskAsync(request.CaseId, ["disable"], House.Person(House.ItManager), "It was the wrong account.", default);
        var undo = _house.Workflows.Started[asked.CaseId.ShouldNotBeNull(asked.WhyNot)].ShouldBeOfType<UndoRequest>();
        var context = _house.Context(undo.CaseId);
        context.OnWait = async _ => await _house.Get<ApprovalService>().ListOpenAsync(default).FirstOrDefaultAsync() is { } gate
            && (await _house.Get<ApprovalService>().DecideAsync(gate.ApprovalId, gate.PlanHash, true, House.Person(House.SecurityApprover), null, default)).Kind == DecisionKind.Recorded;

        (await new UndoWorkflow().RunAsync(context, undo)).ShouldBe(new UndoWorkflow.Result(true, null));
        _house.Trace.ShouldContain($"undo {Disable}");
    }

    [Fact]
    public async Task NotMe_WhileAnApprovalIsWaitedFor_StopsIt()
    {
        await _scene.CompromisedAsync();
        var request = await _scene.PressedAsync("disable");

        var end = await _scene.RunAsync(request, approve: true, meanwhile: () => _house.Get<NotMeService>().ReportAsync(request.CaseId, "link", "link", default).GetAwaiter().GetResult());

        end.IsDone.ShouldBeFalse();
        _scene.Effects().ShouldBeEmpty();
        _house.Workflows.Started.ShouldContainKey(NotMeWorkflow.IdFor(ActionScene.CaseId).Value);
    }

    [Fact]
    public async Task EndedByAnOperatorWhileItWaits_WithdrawsTheApprovalAndLeavesTheTicketAlone()
    {
        await _scene.CompromisedAsync();
        var request = await _scene.PressedAsync("disable");
        var context = _house.Context(request.CaseId);
        context.OnWait = _ => throw new OperationCanceledException("The engine runs no further code of an ended workflow.");
        await Should.ThrowAsync<OperationCanceledException>(() => new ActionWorkflow().RunAsync(context, request));
        var gate = (await _scene.RecordAsync(request.CaseId)).OpenApprovalId.ShouldNotBeNull();
        var group = _house.Tickets.Group;

        await new TakeOverWorkflow().RunAsync(_house.Context(TakeOverWorkflow.IdFor(request.CaseId)), new EndInstance.Input(request.CaseId, $"person:{House.ItManager}", "It does not go on"));

        (await _house.Get<ApprovalService>().FindAsync(gate, default))!.State.ShouldBe(ApprovalState.Withdrawn);
        (await _scene.RecordAsync(request.CaseId)).State.ShouldBe(CaseState.Escalated);
        _house.Tickets.Group.ShouldBe(group);
        (await _house.Store.OutcomeAsync(request.CaseId)).ShouldBeNull();
    }

    private async Task<Plan> PlanAsync(CaseId caseId) => await _house.Get<CaseContext>().GetAsync<Plan>((await _scene.RecordAsync(caseId)).Plan.ShouldNotBeNull(), default);
}

using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Flows.Undo;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Budgets;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Stages.Execution;
using HelpDesk.Orchestrations.Stages.Execution.Undo;
using HelpDesk.Orchestrations.Tests.Harness;
using HelpDesk.Orchestrations.Tests.Remediation.Undo;

namespace HelpDesk.Orchestrations.Tests.Remediation;

/// <summary>What one step, done by the activities as a workflow calls them, takes out of the hour's budget: thirty effects on one person.</summary>
public sealed class StepBudgetTests : IDisposable
{
    private static readonly CaseId CaseId = new("servicenow-1");
    private const string Revoke = "user.revoke-sessions";
    private const string Add = "group.add-member";
    private const string Sync = "device.sync";
    private const int OnOnePerson = 30;

    private readonly House _house = AllowingVerdict.House();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Plan_ThatTheHourHasNoRoomFor_HasNoEffectAtAll()
    {
        await FillAsync(leaving: 1);

        var report = await RunAsync(await PlanAsync(Revoke, Add));

        report.Outcome.ShouldBe(StepOutcome.Refused);
        report.Note.ShouldBe("The budget of this hour is used up: 30 effects an hour on one person, of which 29 are used and this needs 2 (policy/budgets.yaml).");
        Effects().ShouldBe(0);
        (await RoomAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData("done", 2)]
    [InlineData("so already", 1)]
    [InlineData("turned out to be so", 1)]
    [InlineData("refused", 0)]
    [InlineData("a person was asked for", 0)]
    [InlineData("failed when it was looked at", 0)]
    [InlineData("failed when it was sent", 1)]
    public async Task Step_ThatEnds_CountsOnlyWhenItMayHaveChangedSomething(string how, int counted)
    {
        var input = await PlanAsync(Revoke, Add);
        var remediation = _house.Remediations[Revoke];
        var denied = new VendorException("graph", "Authorization_RequestDenied", "No.", isRetryable: false);
        switch (how)
        {
            case "so already":
                remediation.AlreadyDone(House.Requester);
                break;
            case "turned out to be so":
                remediation.HasNoEffect = true;
                break;
            case "refused":
                remediation.RefusedBecause = "The account is gone.";
                break;
            case "a person was asked for":
                await _house.Get<PersonRequests>().RequestAsync(CaseId, "requester", default);
                break;
            case "failed when it was looked at":
                remediation.CheckFaults.Enqueue(denied);
                break;
            case "failed when it was sent":
                remediation.Faults.Enqueue((false, denied));
                break;
        }

        await RunAsync(input);

        (OnOnePerson - await RoomAsync()).ShouldBe(counted);
    }

    [Fact]
    public async Task Step_WhoseEffectDoesNotShow_CountsAndWhatFollowsDoesNot()
    {
        var input = await PlanAsync(Revoke, Add, Sync);
        var report = await RunAsync(input);
        _house.Remediations[Revoke].NeverShows = true;

        await _house.Get<VerifyStep>().RunAsync(Attempt("8"), new VerifyStep.Input(input, report.Key, report.StartedAt, true, IsLast: true));

        (OnOnePerson - await RoomAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Step_GivenUp_CountsAndWhatFollowsDoesNot()
    {
        var input = await PlanAsync(Revoke, Add, Sync);
        _house.Remediations[Revoke].Faults.Enqueue((true, new VendorException("graph", "timeout", "No answer.", isRetryable: true)));
        await Should.ThrowAsync<VendorException>(() => RunAsync(input));

        await _house.Get<StepGaveUp>().RunAsync(Attempt("9"), new StepGaveUp.Input(input, "timeout", "No answer."));

        (OnOnePerson - await RoomAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Step_WhoseProcessDiedAtAnyWrite_CountsOnce()
    {
        for (var dies = 0; ; dies++)
        {
            using var house = AllowingVerdict.House();
            var writes = 0;
            var input = await PlanAsync(house, Revoke);
            house.Store.BeforeWrite = () => writes++ == dies ? throw new ProcessDied() : Task.CompletedTask;
            var died = false;
            try
            {
                await RunAsync(house, input);
            }
            catch (ProcessDied)
            {
                died = true;
            }

            house.Store.BeforeWrite = () => Task.CompletedTask;
            (await RunAsync(house, input, attempt: 2)).Outcome.ShouldBe(StepOutcome.Executed);
            (OnOnePerson - await RoomAsync(house)).ShouldBe(1, $"died at write {dies}");
            house.Trace.Count(line => line.StartsWith("effect", StringComparison.Ordinal)).ShouldBe(1);
            if (!died)
            {
                dies.ShouldBeGreaterThan(3);
                return;
            }
        }
    }

    [Fact]
    public async Task Step_SentBeforeTheHourWasFull_IsEndedByItsNextAttempt()
    {
        var input = await PlanAsync(Revoke);
        _house.Remediations[Revoke].Faults.Enqueue((true, new VendorException("graph", "timeout", "No answer.", isRetryable: true)));
        await Should.ThrowAsync<VendorException>(() => RunAsync(input));
        _house.Time.Advance(TimeSpan.FromHours(3));
        await FillAsync(leaving: 0);

        (await RunAsync(input, attempt: 2)).Outcome.ShouldBe(StepOutcome.Executed);
        Effects().ShouldBe(1);
    }

    [Fact]
    public async Task Undo_OfAnOperator_CountsOnceItIsDone()
    {
        var input = await UndoAsync();
        var before = await RoomAsync();

        (await _house.Get<UndoStep>().RunAsync(Attempt("undo"), input)).Outcome.ShouldBe(UndoOutcome.Undone);

        (before - await RoomAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData("as before the step")]
    [InlineData("changed by a colleague")]
    public async Task Undo_ThatChangesNothing_DoesNotCount(string how)
    {
        var input = await UndoAsync();
        var before = await RoomAsync();
        if (how == "changed by a colleague")
            _house.Remediations[Add].ChangedBySomebody = "A colleague has widened the access";
        else
            _house.Remediations[Add].Forget();

        (await _house.Get<UndoStep>().RunAsync(Attempt("undo"), input)).Outcome.ShouldBeOneOf(UndoOutcome.NothingToUndo, UndoOutcome.Drifted);

        (await RoomAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Undo_ThatTheHourHasNoRoomFor_ChangesNothing()
    {
        var input = await UndoAsync();
        await FillAsync(leaving: 0);

        var report = await _house.Get<UndoStep>().RunAsync(Attempt("undo"), input);

        report.Outcome.ShouldBe(UndoOutcome.Refused);
        report.Note.ShouldContain("The budget of this hour is used up");
        _house.Remediations[Add].IsDone(House.Requester).ShouldBeTrue();
    }

    [Fact]
    public async Task Undo_OfAPlanThatFailed_WaitsForNoBudget()
    {
        var done = await new DoneCase(_house).CarryOutAsync(Add);
        _house.Time.Advance(TimeSpan.FromHours(3));
        await FillAsync(leaving: 0);

        var report = await _house.Get<UndoStep>().RunAsync(Attempt("undo"), new UndoStepInput(done.First, _house.Time.GetUtcNow(), "A step failed."));

        report.Outcome.ShouldBe(UndoOutcome.Undone);
    }

    // An operator's undo of one step, approved.
    private async Task<UndoStepInput> UndoAsync()
    {
        await new DoneCase(_house).CarryOutAsync(Add);
        var undoId = $"{CaseId}-undo-1";
        var request = new UndoRequest(new CaseId(undoId), CaseId, ["s1"], new PersonId(House.ItManager), "Ida It", "A mistake.", _house.Time.GetUtcNow());
        await _house.Get<UndoRequests>().RecordAsync(request, default);
        var made = await _house.Get<MakeUndo>().RunAsync(new ActivityContext(undoId, $"{undoId}/make", 1, default), request);
        var approvalId = await Decided.AsAsync(_house, made.Plan!, ApprovalState.Approved, House.DeskLead);
        return new UndoStepInput(new StepInput(made.Plan!, 0, approvalId), _house.Time.GetUtcNow(), "An operator asked for it.");
    }

    private static ActivityContext Attempt(string step, int attempt = 1) => new(CaseId, $"{CaseId}/{step}", attempt, default);

    private static Plan Filling(int effects, string caseId = "servicenow-filling") =>
        Plans.Of(caseId, [.. Enumerable.Repeat("device.restart", effects)]) with { SubjectId = new PersonId(House.Requester) };

    // As many effects on the person as still fit.
    private static async Task<int> RoomAsync(House house)
    {
        for (var room = OnOnePerson; room > 0; room--)
        {
            if (await house.Get<Budgets>().WhyNotAsync(Filling(room, "servicenow-asking"), default) is null)
                return room;
        }

        return 0;
    }

    private static async Task<StepInput> PlanAsync(House house, params string[] remediations)
    {
        await house.Get<CaseStore>().OpenAsync(new TicketReference("servicenow", "1", "INC1"), house.Time.GetUtcNow(), default);
        var plan = Plans.Of(CaseId, remediations);
        return new StepInput(PlanReference.To(plan, await house.Get<CaseContext>().PutAsync(CaseId, "plan", plan, default)), 0, null);
    }

    private static Task<StepReport> RunAsync(House house, StepInput input, int attempt = 1) => house.Get<ExecuteStep>().RunAsync(Attempt("7", attempt), input);

    private Task<int> RoomAsync() => RoomAsync(_house);

    private Task<StepInput> PlanAsync(params string[] remediations) => PlanAsync(_house, remediations);

    private Task<StepReport> RunAsync(StepInput input, int attempt = 1) => RunAsync(_house, input, attempt);

    private async Task FillAsync(int leaving) =>
        (await _house.Get<Budgets>().ReserveAsync(Filling(await RoomAsync() - leaving), 0, default)).ShouldBeNull();

    private int Effects() => _house.Trace.Count(line => line.StartsWith("effect", StringComparison.Ordinal));

    private sealed class ProcessDied : Exception;
}

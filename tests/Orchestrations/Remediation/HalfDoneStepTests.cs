using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Flows.Steps;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Execution.Leases;
using HelpDesk.Orchestrations.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Orchestrations.Tests.Remediation;

/// <summary>A step with several effects fails in the middle: nobody is left half gone, whichever call failed and how.</summary>
public sealed class HalfDoneStepTests : IDisposable
{
    private static readonly CaseId CaseId = new("servicenow-1");
    private const string First = "group.add-member";
    private const string Many = "test.take-all";

    private readonly SetRemediation _many = new(Many);
    private readonly House _house;

    public HalfDoneStepTests() => _house = new House(static services => services.AddSingleton<IStandingVerdict, AllowingVerdict>(), _many);

    public static TheoryData<string, bool, bool> EveryPosition()
    {
        var data = new TheoryData<string, bool, bool>();
        foreach (var item in SetRemediation.All)
        {
            foreach (var isBefore in new[] { true, false })
            {
                // Given up after the last of its effects it is simply done: the next attempt finds nothing left.
                if (item != SetRemediation.All[^1] || isBefore)
                    data.Add(item, isBefore, true);
                data.Add(item, isBefore, false);
            }
        }

        return data;
    }

    public void Dispose() => _house.Dispose();

    [Theory]
    [MemberData(nameof(EveryPosition))]
    public async Task Step_FailsAtAnyCall_IsTakenBackItselfAndThenWhatCameBeforeIt(string item, bool isBefore, bool isRetryable)
    {
        _many.OnTake = Fail(item, isBefore, isRetryable);

        var end = await RunAsync(First, Many);

        end.IsVerified.ShouldBeFalse();
        end.Why.ShouldBe("It cannot be done.");
        _many.Items.ShouldBe(SetRemediation.All);
        _many.Effects.GroupBy(effect => effect).ShouldAllBe(effect => effect.Count() == 1, "an effect happened twice");
        _house.Remediations[First].IsDone(House.Requester).ShouldBeFalse();
        (await _house.Store.HolderAsync(House.Requester)).ShouldBeNull();
        var record = await RecordAsync();
        record.Steps[0].State.ShouldBe(CaseStepState.Undone);
        // What failed at its very first call has changed nothing, and was not undone.
        record.Steps[1].State.ShouldBe(item == "a" && isBefore ? CaseStepState.Failed : CaseStepState.Undone);
    }

    [Fact]
    public async Task Step_LosesTheAnswerOfItsLastCall_IsDoneAndNotTakenBack()
    {
        _many.OnTake = Fail("d", isBefore: false, isRetryable: true);

        var end = await RunAsync(Many);

        end.ShouldBe(RemediationEnd.Verified with { Executed = 1 });
        _many.Effects.ShouldBe(["-a", "-b", "-c", "-d"]);
    }

    [Fact]
    public async Task Step_GivenUpHalfDone_AuditsThatItWasGivenUpAndThenItsUndo()
    {
        _many.OnTake = Fail("c", isBefore: true, isRetryable: true);

        await RunAsync(Many);

        _house.Audit.Events.Where(entry => entry.Facts.GetValueOrDefault("remediation") == Many).Select(entry => entry.Kind)
            .ShouldBe([AuditKinds.StepIntended, AuditKinds.StepExecuted, AuditKinds.UndoIntended, AuditKinds.Undone, AuditKinds.UndoVerified]);
        _many.Effects.ShouldBe(["-a", "-b", "+a", "+b"]);
    }

    [Fact]
    public async Task Step_RefusedAfterAnAttemptThatHadHalfItsEffect_IsTakenBack()
    {
        _many.OnTake = (item, isBefore) =>
        {
            if (item != "b" || !isBefore)
                return;
            _many.RefusedBecause = "Someone else changed it.";
            throw new VendorException("graph", "timeout", "No answer.", isRetryable: true);
        };

        var end = await RunAsync(Many);

        end.Why.ShouldBe("Someone else changed it.");
        _many.Items.ShouldBe(SetRemediation.All);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Step_ThatCannotBeTakenBack_StandsBeforeAPersonWithBothStates(bool isRetryable)
    {
        _many.OnTake = Fail("c", isBefore: true, isRetryable: false);
        _many.OnGive = item => throw new VendorException("graph", "Request_BadRequest", $"'{item}' is no more.", isRetryable);

        var end = await RunAsync(First, Many);

        var why = end.Why.ShouldNotBeNull();
        why.ShouldStartWith("It cannot be done. Could not be undone: 'a' is no more.");
        if (!isRetryable)
            why.ShouldEndWith("Before the step: Holds a b c d. Now: Holds c d.");
        (await RecordAsync()).Steps[1].ShouldSatisfyAllConditions(step => step.State.ShouldBe(CaseStepState.Failed), step => step.Note.ShouldNotBeNull().ShouldContain("'a' is no more."));
        // The undo of what came before it does not wait for that.
        _house.Remediations[First].IsDone(House.Requester).ShouldBeFalse();
        (await _house.Store.HolderAsync(House.Requester)).ShouldBeNull();
    }

    [Fact]
    public async Task Step_TakenBackWhileSomebodyElseAddedSomething_KeepsTheirsAndSaysBothStates()
    {
        _many.OnTake = (item, isBefore) =>
        {
            if (item != "c" || !isBefore)
                return;
            _many.Change("z", isIn: true);
            throw new VendorException("graph", "Request_BadRequest", "It cannot be done.", isRetryable: false);
        };

        var end = await RunAsync(Many);

        _many.Items.ShouldBe([.. SetRemediation.All, "z"]);
        end.Why.ShouldNotBeNull().ShouldContain("Before the step: Holds a b c d. Now: Holds a b c d z.");
    }

    [Fact]
    public async Task Step_NeverSent_IsNotTakenBackWhateverTheTargetLooksLike()
    {
        _many.Change("d", isIn: false);
        _many.RefusedBecause = "It is not what was approved.";

        await RunAsync(Many);

        _many.Items.ShouldBe(["a", "b", "c"]);
        _many.Effects.ShouldBeEmpty();
        _house.Trace.ShouldBe([$"audit {AuditKinds.StepExecuted}"]);
    }

    [Fact]
    public async Task Step_FailedWhileAPersonWasAskedFor_IsStillTakenBack()
    {
        _many.OnTake = Fail("c", isBefore: true, isRetryable: false);
        _house.Remediations[First].OnExecute = () => _house.Get<PersonRequests>().RequestAsync(CaseId, "requester", default);

        await RunAsync(Many, First);

        _many.Items.ShouldBe(SetRemediation.All);
    }

    [Theory]
    [InlineData("user.tell-manager", true)]
    [InlineData("user.tell-manager", false)]
    public async Task Step_ThatHasNoUndo_IsLookedAtAndSaysWhetherItStands(string id, bool hadEffect)
    {
        _house.Remediations[id].Faults.Enqueue((hadEffect, new VendorException("graph", "Request_BadRequest", "It cannot be done.", isRetryable: false)));

        var end = await RunAsync(First, id);

        end.Why.ShouldBe(hadEffect ? $"It cannot be done. Not undone. Undo of {id} Before the step: It is not done Now: It shows." : "It cannot be done.");
        _house.Remediations[id].IsDone(House.Requester).ShouldBe(hadEffect);
        _house.Remediations[First].IsDone(House.Requester).ShouldBeFalse();
    }

    [Fact]
    public async Task Step_OfAnotherCaseWaitsUntilTheHalfDoneOneIsTakenBack()
    {
        var other = new LeaseHolder("servicenow-2", new CaseId("servicenow-2"), "step");
        var seen = new List<bool>();
        _house.Workflows.Statuses[CaseId] = new(CaseId, "ticket", WorkflowState.Running, null, _house.Time.GetUtcNow(), _house.Time.GetUtcNow(), null, null, null);
        _many.OnTake = Fail("c", isBefore: true, isRetryable: true);
        _many.OnGive = _ => seen.Add(_house.Get<TargetLeases>().TakeAsync(TargetKind.User, new TargetId(House.Requester), other, true, default).GetAwaiter().GetResult().IsTaken);

        await RunAsync(Many);

        seen.ShouldBe([false, false]);
    }

    private static Action<string, bool> Fail(string item, bool isBefore, bool isRetryable) => (at, before) =>
    {
        // A lost answer is lost at the next attempt too; what was taken by then is taken no second time.
        if ((at == item && before == isBefore) || (isRetryable && string.CompareOrdinal(at, item) > 0))
            throw new VendorException("graph", "Request_BadRequest", "It cannot be done.", isRetryable);
    };

    private async Task<CaseRecord> RecordAsync() => (await _house.Get<CaseStore>().FindAsync(CaseId, default)).ShouldNotBeNull();

    private async Task<RemediationEnd> RunAsync(params string[] remediations)
    {
        var caseStore = _house.Get<CaseStore>();
        await caseStore.OpenAsync(new TicketReference("servicenow", "1", "INC1"), _house.Time.GetUtcNow(), default);
        var scripted = Plans.Of(CaseId, remediations);
        var plan = scripted with
        {
            Steps = [.. scripted.Steps.Select(step => step.Remediation == Many ? step with { PriorState = SetRemediation.PriorState, PriorStateText = "Holds a b c d." } : step)],
        };
        var reference = await _house.Get<CaseContext>().PutAsync(CaseId, "plan", plan, default);
        await caseStore.UpdateAsync(
            CaseId,
            record => record with { Plan = reference, Steps = [.. plan.Steps.Select(step => new CaseStep(step.Id, step.Remediation, step.TargetName, CaseStepState.Planned))] },
            default);
        return await RemediationStage.RunAsync(_house.Context(CaseId), PlanReference.To(plan, reference), plan.Steps.Count, approvalId: null);
    }
}

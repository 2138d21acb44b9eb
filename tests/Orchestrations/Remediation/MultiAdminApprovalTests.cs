using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Flows.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Budgets;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Execution.Leases;
using HelpDesk.Orchestrations.Stages.Execution.MultiAdminApprovals;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Remediation;

/// <summary>A step that the target system's own second administrator must allow, too (Intune's Multi-Admin Approval).</summary>
public sealed class MultiAdminApprovalTests : IDisposable
{
    private static readonly CaseId CaseId = new("servicenow-9d385017c611228701d22104cc95c371");
    private const string Code = "5f0e6f0c-7b53-4a56-9a3f-3a1d4a8f0c11";
    private const string Step = "user.disable-sign-in";

    private readonly House _house = AllowingVerdict.House();

    public MultiAdminApprovalTests()
    {
        _house.Model.Answer = _ => new TriageAnswer("identity.compromised", 0.97);
        _house.Tickets.Write("A problem", "Somebody else signs in with my account, I got strange mails about it today.", $"{House.Requester}@contoso.example");
        _house.Remediations[Step].MultiAdminApprovalCode = Code;
    }

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Granted_TheActionIsSentOnceMoreWithTheCode()
    {
        CaseRecord? waiting = null;
        var end = await RunAsync(async _ =>
        {
            waiting ??= await RecordAsync();
            _house.MultiAdminApprovals.State = MultiAdminApprovalState.Granted;
        });

        end.State.ShouldBe(CaseState.Resolved);
        waiting.ShouldNotBeNull().State.ShouldBe(CaseState.WaitingForMultiAdminApproval);
        waiting.Doing.ShouldBe("Waiting for Multi Admin Approval in Intune");
        _house.Remediations[Step].Calls.Select(call => call.MultiAdminApprovalCode).ShouldBe([null, Code]);
        _house.Remediations[Step].Calls.ShouldAllBe(call => call.ApprovalId != null);
        _house.Remediations[Step].Calls.Select(call => call.IdempotencyKey).Distinct().Count().ShouldBe(1);
        _house.Audit.Events.Single(entry => entry.Kind == AuditKinds.MultiAdminApprovalRequested).Facts["multi-admin-approval"].ShouldBe(Code);
        (await RecordAsync()).Steps.Single(step => step.Remediation == Step).State.ShouldBe(CaseStepState.Verified);
    }

    [Theory]
    [InlineData(MultiAdminApprovalState.Rejected)]
    [InlineData(MultiAdminApprovalState.Expired)]
    [InlineData(MultiAdminApprovalState.Unseen)]
    public async Task RefusedRunOutOrUnseen_FailsWithTheReasonAndSendsNothingMore(MultiAdminApprovalState state)
    {
        _house.MultiAdminApprovals.State = state;

        var end = await RunAsync(_ => Task.CompletedTask);

        end.State.ShouldBe(CaseState.Escalated);
        _house.Remediations[Step].Calls.Count.ShouldBe(1);
        _house.Remediations[Step].IsDone(House.Requester).ShouldBeFalse();
        (await RecordAsync()).Steps.Single(step => step.Remediation == Step).ShouldSatisfyAllConditions(
            step => step.State.ShouldBe(CaseStepState.Failed), step => step.Note.ShouldNotBeNull().ShouldContain($"{state}"));
    }

    [Fact]
    public async Task NobodyDecides_TheWaitEndsAfterThreeDays()
    {
        var begin = _house.Time.GetUtcNow();

        var end = await RunAsync(null);

        end.State.ShouldBe(CaseState.Escalated);
        (_house.Time.GetUtcNow() - begin).ShouldBeInRange(TimeSpan.FromDays(3), TimeSpan.FromDays(3.5));
        _house.MultiAdminApprovals.Looks.ShouldBeLessThan(170);
        _house.Remediations[Step].Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task AskedForOnceMoreAfterConsent_FailsAndIsNotSentAThirdTime()
    {
        _house.MultiAdminApprovals.State = MultiAdminApprovalState.Granted;
        _house.Remediations[Step].AsksAgain = true;

        (await RunAsync(_ => Task.CompletedTask)).State.ShouldBe(CaseState.Escalated);

        _house.Remediations[Step].Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task TakenUpByIntuneItself_IsNotSentAgain()
    {
        var end = await RunAsync(_ =>
        {
            _house.MultiAdminApprovals.State = MultiAdminApprovalState.Completed;
            _house.Remediations[Step].AlreadyDone(House.Requester);
            return Task.CompletedTask;
        });

        end.State.ShouldBe(CaseState.Resolved);

        _house.Remediations[Step].Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Granted_ButThePersonHasBecomeAnAdministratorMeanwhile_SendsNothingMore()
    {
        var end = await RunAsync(_ =>
        {
            _house.MultiAdminApprovals.State = MultiAdminApprovalState.Granted;
            _house.Directory.People[House.Requester] = _house.Directory.People[House.Requester] with { Roles = [new HeldRole("fe930be7-5e62-47db-91af-98c3a49a38b1", "User Administrator")] };
            return Task.CompletedTask;
        });

        end.State.ShouldBe(CaseState.Escalated);
        _house.Remediations[Step].Calls.Count.ShouldBe(1);
        (await RecordAsync()).Steps.Single(step => step.Remediation == Step).Note.ShouldNotBeNull().ShouldContain("User Administrator");
    }

    [Fact]
    public async Task Granted_WhileTheHourHasNoRoom_IsSentInTheNext()
    {
        var looks = 0;
        var end = await RunAsync(async _ =>
        {
            _house.MultiAdminApprovals.State = MultiAdminApprovalState.Granted;
            if (looks++ == 0)
            {
                _house.Time.Advance(TimeSpan.FromHours(3));
                (await _house.Get<Budgets>().ReserveAsync(Plans.Of("servicenow-filling", [.. Enumerable.Repeat("device.restart", 30)]), 0, default)).ShouldBeNull();
                return;
            }

            _house.Remediations[Step].Calls.Count.ShouldBe(1);
            _house.Time.Advance(TimeSpan.FromHours(1));
        });

        end.State.ShouldBe(CaseState.Resolved);
        looks.ShouldBe(2);
        _house.Remediations[Step].Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Granted_WhileAnotherCaseHoldsTheTargetToTheEnd_FailsAndDoesNotAskForEver()
    {
        const string other = "servicenow-2";
        _house.Workflows.Statuses[other] = new(other, "ticket", WorkflowState.Running, null, _house.Time.GetUtcNow(), _house.Time.GetUtcNow(), null, null, null);
        var end = await RunAsync(async _ =>
        {
            _house.MultiAdminApprovals.State = MultiAdminApprovalState.Granted;
            await _house.Get<TargetLeases>().TakeAsync(TargetKind.User, new TargetId(House.Requester), new LeaseHolder(other, new CaseId(other), "s1"), goesFirst: true, default);
            _house.Time.Advance(TimeSpan.FromHours(6));
        });

        end.State.ShouldBe(CaseState.Escalated);
        end.Why.ShouldNotBeNull().ShouldContain("Multi Admin Approval was given, but it could not be done in time: the case servicenow-2 changes the same account.");
        _house.Remediations[Step].Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task PersonWantedMeanwhile_StopsWithoutSending()
    {
        var end = await RunAsync(_ => _house.Get<PersonRequests>().RequestAsync(CaseId, "requester", default));

        end.Path.ShouldBe(CasePath.Person);
        _house.Remediations[Step].Calls.Count.ShouldBe(1);
    }

    private async Task<TicketWorkflow.Result> RunAsync(Func<string, Task>? whileWaiting)
    {
        var context = _house.Context(CaseId);
        context.OnWait = async name =>
        {
            if (name.StartsWith("approval", StringComparison.Ordinal))
            {
                var desk = _house.Get<ApprovalService>();
                var gate = await desk.ListOpenAsync(default).FirstAsync();
                await desk.DecideAsync(gate.ApprovalId, gate.PlanHash, true, House.Person(House.SecurityApprover), null, default);
                return true;
            }

            if (whileWaiting is null)
                return false;
            await whileWaiting(name);
            return true;
        };
        return await _house.RunAsync(context);
    }

    private async Task<CaseRecord> RecordAsync() => (await _house.Get<CaseStore>().FindAsync(CaseId, default)).ShouldNotBeNull();
}

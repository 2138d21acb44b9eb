using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Orchestrations.Stages.Execution;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Remediation;

public sealed class ExecuteStepTests : IDisposable
{
    private static readonly CaseId CaseId = new("servicenow-1");

    private readonly House _house = AllowingVerdict.House();

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData("user.disable-sign-in")]
    [InlineData("user.delete-mfa-method")]
    [InlineData("user.grant-temporary-pass")]
    public async Task Execute_HighImpactWithoutApproval_HasNoEffect(string remediation)
    {
        var report = await RunAsync(await PlanAsync(remediation));

        report.Outcome.ShouldBe(StepOutcome.Refused);
        _house.Trace.ShouldNotContain(line => line.StartsWith("effect", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ApprovalState.Open)]
    [InlineData(ApprovalState.Denied)]
    [InlineData(ApprovalState.Expired)]
    [InlineData(ApprovalState.Withdrawn)]
    public async Task Execute_UnderAGateThatIsNotApproved_HasNoEffect(ApprovalState state)
    {
        var input = await PlanAsync("user.disable-sign-in");

        var report = await RunAsync(input with { ApprovalId = await GateAsync(input, state, House.SecurityApprover) });

        report.Outcome.ShouldBe(StepOutcome.Refused);
        _house.Remediations["user.disable-sign-in"].IsDone(House.Requester).ShouldBeFalse();
    }

    [Fact]
    public async Task Execute_ApprovedByTheRequester_HasNoEffect()
    {
        var input = await PlanAsync("user.disable-sign-in");

        var report = await RunAsync(input with { ApprovalId = await GateAsync(input, ApprovalState.Approved, House.Requester) });

        report.Outcome.ShouldBe(StepOutcome.Refused);
    }

    [Fact]
    public async Task Execute_UnderTheApprovalOfAnotherPlan_HasNoEffect()
    {
        var other = await PlanAsync("user.revoke-sessions");
        var gate = await GateAsync(other, ApprovalState.Approved, House.SecurityApprover);

        (await RunAsync(await PlanAsync("user.disable-sign-in") with { ApprovalId = gate })).Outcome.ShouldBe(StepOutcome.Refused);
    }

    [Fact]
    public async Task Execute_WithAHashThatIsNotThePlans_HasNoEffect() =>
        await RefusedWithAnotherPlanAsync(plan => plan with { Hash = new PlanHash(new string('0', 64)) });

    [Fact]
    public async Task Execute_WithThePlanOfAnotherCase_HasNoEffect() => await RefusedWithAnotherPlanAsync(plan => plan with { CaseId = new CaseId("servicenow-2") });

    private async Task RefusedWithAnotherPlanAsync(Func<PlanReference, PlanReference> change)
    {
        var input = await PlanAsync("user.revoke-sessions");

        var report = await RunAsync(input with { Plan = change(input.Plan) });

        report.ShouldSatisfyAllConditions(() => report.Outcome.ShouldBe(StepOutcome.Refused), () => report.Note.ShouldBe("The stored plan is not the one that was allowed."));
        _house.Trace.ShouldBe([$"audit {AuditKinds.StepExecuted}"]);
    }

    [Fact]
    public async Task Execute_Approved_AuditsBeforeAndAfterTheEffect()
    {
        var input = await PlanAsync("user.disable-sign-in");

        var report = await RunAsync(input with { ApprovalId = await GateAsync(input, ApprovalState.Approved, House.SecurityApprover) });

        report.Outcome.ShouldBe(StepOutcome.Executed);
        _house.Trace.ShouldBe([$"audit {AuditKinds.StepIntended}", "effect user.disable-sign-in", $"audit {AuditKinds.StepExecuted}"]);
        _house.Audit.Events[^1].Facts["request-id"].ShouldBe("request-1");
    }

    [Fact]
    public async Task Execute_RepeatedAfterATimeoutThatHadItsEffect_DoesNotDoItAgain()
    {
        var input = await PlanAsync("user.revoke-sessions");
        _house.Remediations["user.revoke-sessions"].Faults.Enqueue((true, new VendorException("graph", "timeout", "No answer.", isRetryable: true)));
        await Should.ThrowAsync<VendorException>(() => RunAsync(input));

        var report = await RunAsync(input, attempt: 2);

        report.Outcome.ShouldBe(StepOutcome.Executed);
        _house.Trace.Count(line => line == "effect user.revoke-sessions").ShouldBe(1);
    }

    [Fact]
    public async Task Execute_RepeatedAfterItsReport_GivesTheSameReport()
    {
        var input = await PlanAsync("user.revoke-sessions");
        var first = await RunAsync(input);
        _house.Time.Advance(TimeSpan.FromMinutes(5));

        (await RunAsync(input, attempt: 2)).ShouldBe(first);
        _house.Trace.Count(line => line.StartsWith("effect", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Execute_WhenThePreconditionIsGone_HasNoEffectAndSaysWhy()
    {
        var input = await PlanAsync("user.revoke-sessions");
        _house.Remediations["user.revoke-sessions"].RefusedBecause = "The account is gone.";

        var report = await RunAsync(input);

        report.ShouldSatisfyAllConditions(() => report.Outcome.ShouldBe(StepOutcome.Refused), () => report.Note.ShouldBe("The account is gone."));
        _house.Trace.ShouldBe([$"audit {AuditKinds.StepExecuted}"]);
    }

    [Fact]
    public async Task Execute_HandOverForAnAccountThatMayNoLongerHaveOne_IsRefused()
    {
        var input = await PlanAsync("user.grant-temporary-pass");
        _house.Remediations["user.grant-temporary-pass"].RefusedBecause = "Sign-in is blocked.";

        var report = await RunAsync(input with { ApprovalId = await GateAsync(input, ApprovalState.Approved, House.DeskLead) });

        report.ShouldSatisfyAllConditions(() => report.Outcome.ShouldBe(StepOutcome.Refused), () => report.Note.ShouldBe("Sign-in is blocked."));
    }

    [Fact]
    public async Task Execute_AfterAPersonWasAskedFor_Stops()
    {
        var input = await PlanAsync("user.revoke-sessions");
        await _house.Get<PersonRequests>().RequestAsync(CaseId, "requester", default);

        (await RunAsync(input)).Outcome.ShouldBe(StepOutcome.Stopped);
    }

    [Fact]
    public async Task Execute_WhileTheKillSwitchIsOn_Stops()
    {
        var input = await PlanAsync("user.revoke-sessions");
        await _house.Get<KillSwitch>().SetAsync(true, "operator:test", "Test", default);

        (await RunAsync(input)).Outcome.ShouldBe(StepOutcome.Stopped);
        _house.Trace.ShouldNotContain("effect user.revoke-sessions");
    }

    [Fact]
    public async Task Execute_RefusedByTheVendor_FailsWithItsCode()
    {
        var input = await PlanAsync("user.revoke-sessions");
        _house.Remediations["user.revoke-sessions"].Faults.Enqueue((false, new VendorException("graph", "Authorization_RequestDenied", "Grant User.RevokeSessions.All.", isRetryable: false)));

        var report = await RunAsync(input);

        report.Outcome.ShouldBe(StepOutcome.Failed);
        report.Note.ShouldBe("Grant User.RevokeSessions.All.");
        _house.Audit.Events[^1].Facts["code"].ShouldBe("Authorization_RequestDenied");
    }

    private Task<StepReport> RunAsync(StepInput input, int attempt = 1) =>
        _house.Get<ExecuteStep>().RunAsync(new ActivityContext(CaseId, $"{CaseId}/7", attempt, default), input);

    private async Task<StepInput> PlanAsync(string remediation)
    {
        await _house.Get<CaseStore>().OpenAsync(new TicketReference("servicenow", "1", "INC1"), _house.Time.GetUtcNow(), default);
        var plan = Plans.Of(CaseId, remediation);
        return new StepInput(PlanReference.To(plan, await _house.Get<CaseContext>().PutAsync(CaseId, "plan", plan, default)), 0, null);
    }

    private Task<string> GateAsync(StepInput input, ApprovalState state, string approver) => Decided.AsAsync(_house, input.Plan, state, approver);
}

using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;
using HelpDesk.Orchestrations.Flows.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Workflow;

/// <summary>What is done about a sign-in that fails, by what the directory says of the account; with the shipped runbook and policy.</summary>
public sealed class SignInProblemTests : IDisposable
{
    private static readonly CaseId CaseId = new("servicenow-9d385017c611228701d22104cc95c371");
    private const string Contained = "user.disable-sign-in, user.revoke-sessions, user.force-password-change";

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData(false, AccountRisk.None, "user.enable-sign-in")]
    [InlineData(true, AccountRisk.Low, "user.dismiss-risk")]
    [InlineData(true, AccountRisk.Medium, "user.dismiss-risk")]
    public async Task Account_OfAKnownKind_IsRepairedOnceSecurityAgreed(bool isEnabled, AccountRisk risk, string effects)
    {
        var end = await RunAsync(isEnabled, risk, House.SecurityApprover);

        end.ShouldBe(new TicketWorkflow.Result(CaseState.Resolved, CasePath.Approval, null));
        Effects().ShouldBe(effects);
        _house.Tickets.Comments.Last().ShouldContain($"- Done: {effects.Split(',')[0]}");
    }

    [Fact]
    public async Task Account_ConfirmedAsCompromised_IsContainedAndNotCalledSolved()
    {
        _house.Outcomes.Readings["account.enabled"] = _ => OutcomeReading.Missed("Sign-in was blocked by this case; a person decides when it is allowed again.");

        var end = await RunAsync(isEnabled: true, AccountRisk.Confirmed, House.SecurityApprover);

        Effects().ShouldBe(Contained);
        (end.State, end.Path).ShouldBe((CaseState.Escalated, CasePath.Person));
    }

    [Theory]
    [InlineData(false, AccountRisk.None)]
    [InlineData(true, AccountRisk.Medium)]
    public async Task Account_ServiceDeskCannotAgree(bool isEnabled, AccountRisk risk)
    {
        (await RunAsync(isEnabled, risk, House.DeskLead)).State.ShouldBe(CaseState.Escalated);

        Effects().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, AccountRisk.None)]
    [InlineData(true, AccountRisk.High)]
    [InlineData(true, AccountRisk.Unknown)]
    [InlineData(false, AccountRisk.Low)]
    [InlineData(false, AccountRisk.Medium)]
    [InlineData(false, AccountRisk.High)]
    [InlineData(false, AccountRisk.Confirmed)]
    [InlineData(false, AccountRisk.Unknown)]
    public async Task Account_OfAnyOtherKind_GoesToAPersonAndNobodyIsAsked(bool isEnabled, AccountRisk risk)
    {
        var end = await RunAsync(isEnabled, risk, House.SecurityApprover);

        (end.State, end.Path).ShouldBe((CaseState.Escalated, CasePath.Person));
        end.Why.ShouldNotBeNull().ShouldContain("Every step of the runbook 'Sign-in problem' was left out");
        Effects().ShouldBeEmpty();
        _house.Teams.Cards.ShouldBeEmpty();
        _house.Tickets.Group.ShouldBe("Identity and Access");
    }

    [Theory]
    [InlineData(false, AccountRisk.None, AccountRisk.Low)]
    [InlineData(true, AccountRisk.Medium, AccountRisk.High)]
    [InlineData(true, AccountRisk.Low, AccountRisk.Confirmed)]
    public async Task Risk_ThatGrewWhileItWaited_RefusesWhatWasApproved(bool isEnabled, AccountRisk planned, AccountRisk now)
    {
        var end = await RunAsync(isEnabled, planned, House.SecurityApprover, now);

        end.Path.ShouldBe(CasePath.Refused);
        end.Why.ShouldNotBeNull().ShouldContain("only the security team may do this");
        Effects().ShouldBeEmpty();
    }

    [Fact]
    public async Task LockedOutTicket_OfAnAccountAtRisk_IsNotOpenedEither()
    {
        var end = await RunAsync(isEnabled: false, AccountRisk.Low, House.SecurityApprover, intent: "identity.locked-out");

        end.Path.ShouldBe(CasePath.Refused);
        end.Why.ShouldNotBeNull().ShouldContain("sees a low risk");
        Effects().ShouldBeEmpty();
    }

    private async Task<TicketWorkflow.Result> RunAsync(bool isEnabled, AccountRisk risk, string approver, AccountRisk? later = null, string intent = "identity.sign-in-problem")
    {
        _house.Directory.People[House.Requester] = _house.Directory.People[House.Requester] with { AccountEnabled = isEnabled };
        _house.Directory.Risks[House.Requester] = risk;
        _house.Model.Answer = _ => new TriageAnswer(intent, 0.97);
        _house.Tickets.Write("Sign-in", "I cannot sign in to my account any more, it says that it is blocked though my password is right.", $"{House.Requester}@contoso.example");
        var context = _house.Context(CaseId);
        context.OnWait = async _ =>
        {
            var gate = await _house.Get<ApprovalService>().ListOpenAsync(default).FirstAsync();
            _house.Directory.Risks[House.Requester] = later ?? risk;
            return (await _house.Get<ApprovalService>().DecideAsync(gate.ApprovalId, gate.PlanHash, true, House.Person(approver), null, default)).Kind == DecisionKind.Recorded;
        };
        return await _house.RunAsync(context);
    }

    private string Effects() => string.Join(", ", _house.Trace.Where(line => line.StartsWith("effect", StringComparison.Ordinal)).Select(line => line["effect ".Length..]));
}

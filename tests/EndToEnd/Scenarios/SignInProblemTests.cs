using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Scenarios;

public sealed class SignInProblemTests
{
    private const string Title = "Sign-in fails";
    private const string Text = "I cannot log in any more and I do not know why. My password is right, but the sign-in is refused with an error code.";

    public static TheoryData<string, string, string> Accounts => new()
    {
        { KnownPeople.Disabled.Id, "enable", "PATCH /users/{user-id}" },
        { KnownPeople.AtRisk.Id, "risk", "POST /identityProtection/riskyUsers/dismiss" },
    };

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task SignIn_ThatFailsForAReasonTheDirectoryKnows_IsRepairedOnceSecurityAgreed(string id, string step, string effect)
    {
        await using var host = await HelpDeskHost.StartAsync();
        var subject = new SimulatedTenant().Find(id)!;
        var caseId = await host.Client.FileAsync("servicenow", subject.UserPrincipalName, Title, Text);
        var waiting = await host.Client.UntilAtRestAsync(caseId);
        (waiting.State, waiting.RunbookId).ShouldBe((CaseState.WaitingForApproval, "sign-in-problem"), waiting.Reason);
        (await host.Client.EffectsOnAsync(id)).ShouldBeEmpty();

        await host.DecideAsync(caseId, KnownPeople.SecurityApprover, approve: true);

        var done = await host.Client.UntilAsync(caseId, record => record.ClosedAt is not null);
        done.State.ShouldBe(CaseState.Resolved, done.Reason);
        done.Steps.Single(one => one.State == CaseStepState.Verified).Id.ShouldBe(step);
        (await host.Client.EffectsOnAsync(id)).ShouldBe([effect]);
        await host.AuditShouldHoldAsync();
    }

    [Fact]
    public async Task SignIn_OfAnAccountWithoutFinding_IsAskedAboutAndNothingIsDone()
    {
        await using var host = await HelpDeskHost.StartAsync();

        var caseId = await host.Client.FileAsync("jira", KnownPeople.AmyPoe.UserPrincipalName, Title, Text);

        var asked = await host.Client.UntilAsync(caseId, CaseState.WaitingForAnswer);
        asked.Intent.ShouldBe("identity.sign-in-problem");
        // The case says so a moment before the ticket does.
        (await host.Client.OurCommentAsync(caseId, "What can we help you with?")).ShouldContain("Password forgotten");
        (await host.Client.EffectsOnAsync(KnownPeople.AmyPoe.Id)).ShouldBeEmpty();
    }
}

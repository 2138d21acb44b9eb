using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Approvals;
using HelpDesk.Orchestrations.Audit;
using HelpDesk.Orchestrations.Cases;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.EndToEnd.Tests;

public sealed class WholeWayTests
{
    private const string Title = "I clicked a phishing link";
    private const string Text = "I entered my password on a page that looked like our sign-in page and now I see sign-ins from another country. I think my account is compromised.";

    [Theory]
    [InlineData("servicenow")]
    [InlineData("jira")]
    public async Task Ticket_ThatNeedsApproval_IsApprovedDoneAndResolved(string system)
    {
        await using var host = await HelpDeskHost.StartAsync();
        var caseId = await host.Client.FileAsync(system, KnownPeople.AmyPoe.UserPrincipalName, Title, Text);
        await host.Client.UntilAsync(caseId, CaseState.WaitingForApproval);

        var decision = await host.DecideAsync(caseId, KnownPeople.SecurityApprover, approve: true);

        decision.Kind.ShouldBe(DecisionKind.Recorded);
        var done = await host.Client.UntilAtRestAsync(caseId);
        done.State.ShouldBe(CaseState.Resolved, done.Reason);
        done.Path.ShouldBe(CasePath.Approval);
        done.Verified.ShouldBeTrue();
        (await host.Client.TicketAsync(caseId)).GetProperty("isResolved").GetBoolean().ShouldBeTrue();
        (await host.Client.EffectsAsync()).ShouldNotBeEmpty();
        var report = await AuditVerification.RunAsync(host.Services.GetRequiredService<IAuditSource>(), null, default);
        report.IsClean.ShouldBeTrue();
        report.Entries.ShouldBeGreaterThan(4);
    }

    [Fact]
    public async Task Ticket_Denied_IsHandedToAPersonAndNothingIsDone()
    {
        await using var host = await HelpDeskHost.StartAsync();
        var caseId = await host.Client.FileAsync("servicenow", KnownPeople.AmyPoe.UserPrincipalName, Title, Text);

        await host.DecideAsync(caseId, KnownPeople.SecurityApprover, approve: false);

        var done = await host.Client.UntilAsync(caseId, CaseState.Escalated);
        done.Path.ShouldBe(CasePath.Refused);
        (await host.Client.EffectsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Waiting_AfterARestart_GoesOn()
    {
        await using var host = await HelpDeskHost.StartAsync();
        var caseId = await host.Client.FileAsync("jira", KnownPeople.AmyPoe.UserPrincipalName, Title, Text);
        await host.Client.UntilAsync(caseId, CaseState.WaitingForApproval);

        await host.RestartAsync();
        await host.DecideAsync(caseId, KnownPeople.SecurityApprover, approve: true);

        (await host.Client.UntilAtRestAsync(caseId)).State.ShouldBe(CaseState.Resolved);
    }
}

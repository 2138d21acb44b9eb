using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.EndToEnd.Tests.Scenarios;

/// <summary>One complaint of one person is worked on once, whatever the number of tickets; a fix that did not last is not repeated.</summary>
public sealed class SameComplaintTests
{
    [Fact]
    public async Task SecondTicket_WhileTheFirstIsOpen_IsOneApprovalAndOnePassAndBothEndTogether()
    {
        await using var host = await HelpDeskHost.StartAsync();
        var (client, subject) = (host.Client, KnownPeople.AmyPoe);
        var (first, handOver) = await CollectedPass.OpenAsync(client);

        // Another runbook, which would do the same: hand out a pass.
        var second = await client.FileAsync("servicenow", subject.UserPrincipalName, "Locked out of my account", "My account is locked after too many wrong attempts. Please unlock it.");

        var joined = await client.UntilAsync(second, CaseState.Joined);
        joined.JoinedTo.ShouldBe(new CaseId(first));
        (await host.Services.GetRequiredService<ApprovalService>().ListOpenAsync(default).CountAsync()).ShouldBe(0);
        using var manager = await Visitor.SignInAsync(client, KnownPeople.FinanceManager);
        Visitor.PassOn((await manager.ShowPassAsync(handOver)).Body).ShouldNotBeNull();
        (await client.UntilAsync(first, record => record.ClosedAt is not null)).State.ShouldBe(CaseState.Resolved);
        var end = await client.UntilAsync(second, record => record.ClosedAt is not null);
        (end.State, end.JoinedTo).ShouldBe((CaseState.Resolved, new CaseId(first)), end.Reason);

        (await client.GraphEffectsAsync()).Count(effect => effect.StartsWith("POST /users/{user-id}/authentication/temporaryAccessPassMethods", StringComparison.Ordinal)).ShouldBe(1);
        var comments = await client.OurCommentsAsync(second);
        comments.Count.ShouldBe(2);
        comments[0].ShouldContain((await client.UntilAsync(first, static _ => true)).Ticket.Number);
        await host.AuditShouldHoldAsync();
    }

    [Fact]
    public async Task SameFix_AgainAFewDaysLater_GoesToAPersonWithTheHistoryAndIsNotRepeated()
    {
        await using var host = await HelpDeskHost.StartAsync();
        var (client, subject) = (host.Client, KnownPeople.SecondItManager);
        var device = new SimulatedTenant().DevicesOf(subject.Id).Single();
        var first = await client.FileAsync("servicenow", subject.UserPrincipalName, "Laptop does not sync", "My laptop has not synced with Intune for days, the Company Portal says last sync was last week. Could you trigger a sync?");
        (await client.UntilAsync(first, record => record.ClosedAt is not null)).State.ShouldBe(CaseState.Resolved);
        await host.RestartAsync(later: TimeSpan.FromDays(3));

        var second = await client.FileAsync("jira", subject.UserPrincipalName, "Laptop does not sync", "Intune again: my laptop has not synced for two days, could somebody trigger a sync please?");

        var end = await client.UntilAsync(second, record => record.ClosedAt is not null);
        end.State.ShouldBe(CaseState.Escalated);
        end.Reason.ShouldNotBeNull().ShouldContain("is not done again within 7 days");
        end.Reason.ShouldContain((await client.UntilAsync(first, static _ => true)).Ticket.Number);
        (await client.EffectsOnAsync(device.Id)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Ticket_ThatSaysItIsOver_IsClosedWithThanksAndCountsAsNoFix()
    {
        await using var host = await HelpDeskHost.StartAsync();

        var caseId = await host.Client.FileAsync("servicenow", KnownPeople.AmyPoe.UserPrincipalName, "VPN drops", "The VPN works again since lunch, you can close this ticket. Thanks!");

        var end = await host.Client.UntilAsync(caseId, record => record.ClosedAt is not null);
        (end.State, end.Path, end.Verified).ShouldBe((CaseState.Resolved, CasePath.Nothing, false), end.Reason);
        (await host.Client.OurCommentsAsync(caseId)).Single().ShouldContain("Thank you for letting us know");
        (await host.Client.GraphEffectsAsync()).ShouldBeEmpty();
    }
}

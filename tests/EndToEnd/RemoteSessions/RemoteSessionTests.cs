using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Flows.Timers;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Stages.RemoteSessions;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.EndToEnd.Tests.RemoteSessions;

/// <summary>A technician presses, the requester allows, each side gets its own link, and what became of the session is read back.</summary>
public sealed class RemoteSessionTests
{
    [Theory]
    [InlineData("teamviewer", "servicenow", true)]
    [InlineData("screenconnect", "jira", true)]
    [InlineData("rescue", "servicenow", false)]
    public async Task Session_AllowedByTheRequester_IsMadeJoinedAndReadBack(string tool, string system, bool saysItsEnd)
    {
        await using var host = await HelpDeskHost.StartAsync();
        var caseId = await FileAsync(host, system);
        using var technician = await Visitor.SignInAsync(host.Client, KnownPeople.ServiceDeskLead);

        var asked = await technician.PressAsync($"/cases/{caseId}", $"/cases/{caseId}/remote", ("tool", tool));

        asked.Status.ShouldBe(HttpStatusCode.OK, asked.Body);
        asked.Body.ShouldContain("Waiting for consent");
        (await SessionsAsync(host)).GetArrayLength().ShouldBe(0);
        var link = LinkIn(await host.Client.OurCommentAsync(caseId, "/remote/"));
        asked.Body.ShouldNotContain(link);
        using var requester = Visitor.Nobody(host.Client);
        (await requester.OpenAsync(link)).Body.ShouldContain("Allow Priya Nair");
        (await SessionsAsync(host)).GetArrayLength().ShouldBe(0);
        var allowed = await requester.PressAsync(link, link.Split('?')[0], ("answer", "allow"));
        allowed.Body.ShouldContain("Join the session");

        var session = (await SessionsAsync(host))[0];
        var page = await technician.OpenAsync($"/cases/{caseId}/remote");
        page.Body.ShouldContain("Ready to join");
        page.Body.ShouldContain("Ready after");
        page.Body.ShouldNotContain("Connect to the session");
        var kept = (await host.Services.GetRequiredService<RemoteSessionStore>().OfCaseAsync(new CaseId(caseId), default)).ShouldHaveSingleItem();
        (kept.ReadyAt - kept.AnsweredAt).ShouldNotBeNull().ShouldBeLessThan(TimeSpan.FromSeconds(30));
        (await technician.PressAsync($"/cases/{caseId}/remote", $"/remote-sessions/{kept.Id}/open")).Body.ShouldContain("Connect to the session");
        using var other = await Visitor.SignInAsync(host.Client, KnownPeople.SecondServiceDeskLead);
        (await other.OpenAsync($"/cases/{caseId}/remote")).Body.ShouldNotContain("Show my link");

        if (saysItsEnd)
        {
            await ActAsync(host, session.GetProperty("id").GetString()!, "join");
            await WatchAsync(host);
            (await technician.OpenAsync($"/cases/{caseId}/remote")).Body.ShouldContain("In progress");
            await ActAsync(host, session.GetProperty("id").GetString()!, "close");
            await WatchAsync(host);
        }
        else
        {
            await technician.PressAsync($"/cases/{caseId}/remote", $"/remote-sessions/{kept.Id}/end");
        }

        (await technician.OpenAsync($"/cases/{caseId}/remote")).Body.ShouldContain("Reference in");
        (await requester.OpenAsync(link)).Body.ShouldContain("This session has ended");
        (await host.AuditKindsAsync(caseId)).Where(static kind => kind.StartsWith("remote-session", StringComparison.Ordinal)).ShouldBe(
            [AuditKinds.RemoteSessionAsked, AuditKinds.RemoteSessionAnswered, AuditKinds.RemoteSessionMade, AuditKinds.RemoteSessionOpened, AuditKinds.RemoteSessionEnded]);
        (await host.Client.OurCommentsAsync(caseId)).ShouldAllBe(static comment => !comment.Contains("/remote-tools/", StringComparison.Ordinal));
        await host.AuditShouldHoldAsync();
    }

    [Fact]
    public async Task Session_RefusedOrAnsweredByAnotherPerson_IsNeverMade()
    {
        await using var host = await HelpDeskHost.StartAsync();
        var caseId = await FileAsync(host, "servicenow");
        using var technician = await Visitor.SignInAsync(host.Client, KnownPeople.ServiceDeskLead);
        await technician.PressAsync($"/cases/{caseId}", $"/cases/{caseId}/remote", ("tool", "teamviewer"));
        var link = LinkIn(await host.Client.OurCommentAsync(caseId, "/remote/"));

        // The technician reads the ticket and finds the link in it: it is not theirs to answer.
        (await technician.OpenAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        using var nobody = Visitor.Nobody(host.Client);
        (await nobody.OpenAsync($"{link[..^1]}{(link[^1] == '0' ? '1' : '0')}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await nobody.PressAsync(link, link.Split('?')[0], ("answer", "refuse"))).Body.ShouldContain("You didn&#x27;t allow it.");
        await WatchAsync(host);

        (await SessionsAsync(host)).GetArrayLength().ShouldBe(0);
        (await technician.OpenAsync($"/cases/{caseId}/remote")).Body.ShouldContain("Refused by the requester");
    }

    [Fact]
    public async Task Tool_AwayWhenTheRequesterAllows_MakesTheSessionWhenItIsBack()
    {
        await using var host = await HelpDeskHost.StartAsync();
        var caseId = await FileAsync(host, "servicenow");
        using var technician = await Visitor.SignInAsync(host.Client, KnownPeople.ServiceDeskLead);
        await technician.PressAsync($"/cases/{caseId}", $"/cases/{caseId}/remote", ("tool", "teamviewer"));
        var link = LinkIn(await host.Client.OurCommentAsync(caseId, "/remote/"));
        await host.Client.FaultAsync(new { id = "busy", system = "teamviewer", kind = "Throttled", path = "*" });
        using var requester = Visitor.Nobody(host.Client);

        (await requester.PressAsync(link, link.Split('?')[0], ("answer", "allow"))).Body.ShouldContain("The session is being prepared");
        (await technician.OpenAsync($"/cases/{caseId}/remote")).Body.ShouldContain("429");
        await host.Client.NoFaultsAsync();
        await WatchAsync(host);

        (await SessionsAsync(host)).GetArrayLength().ShouldBe(1);
        (await requester.OpenAsync(link)).Body.ShouldContain("Join the session");
    }

    [Fact]
    public async Task Session_NotAnswered_Expires_AndTheLateAnswerMakesNone()
    {
        await using var host = await HelpDeskHost.StartAsync();
        var caseId = await FileAsync(host, "servicenow");
        using var technician = await Visitor.SignInAsync(host.Client, KnownPeople.ServiceDeskLead);
        await technician.PressAsync($"/cases/{caseId}", $"/cases/{caseId}/remote", ("tool", "teamviewer"));
        var link = LinkIn(await host.Client.OurCommentAsync(caseId, "/remote/"));

        await host.RestartAsync(TimeSpan.FromMinutes(31));
        using var requester = Visitor.Nobody(host.Client);

        (await requester.OpenAsync(link)).Body.ShouldContain("This request has expired");
        (await SessionsAsync(host)).GetArrayLength().ShouldBe(0);
    }

    private static async Task<string> FileAsync(HelpDeskHost host, string system)
    {
        var caseId = await host.Client.FileAsync(system, KnownPeople.AmyPoe.Mail!, "Spreadsheet shows odd colours", "Since today my pivot table in the budget file shows odd colours, please have a look.");
        await host.Client.UntilAsync(caseId, static record => record.RequesterId is not null && record.State != HelpDesk.Orchestrations.Ledger.Cases.CaseState.Working);
        return caseId;
    }

    private static string LinkIn(string comment) => new Uri(comment.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).First(static word => word.Contains("/remote/", StringComparison.Ordinal))).PathAndQuery;

    private static Task WatchAsync(HelpDeskHost host) => host.Services.GetRequiredService<TimerWork>().RemoteSessionsAsync(default);

    private static async Task<JsonElement> SessionsAsync(HelpDeskHost host) => (await host.Client.Simulator.GetFromJsonAsync<JsonElement>("/simulator/remote-tools")).GetProperty("sessions");

    private static async Task ActAsync(HelpDeskHost host, string id, string act) => (await host.Client.Simulator.PostAsync(new Uri($"/simulator/remote-tools/{id}/{act}", UriKind.Relative), null)).EnsureSuccessStatusCode();
}

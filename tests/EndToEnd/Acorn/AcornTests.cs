using System.Net;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Health;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.EndToEnd.Tests.Acorn;

/// <summary>A third ticket system is this folder and one line: the product, its pages and its policy work with it as they are.</summary>
public sealed class AcornTests : IAsyncLifetime
{
    private AcornServer _acorn = null!;
    private HelpDeskHost _host = null!;

    public async Task InitializeAsync()
    {
        _acorn = await AcornServer.StartAsync();
        _host = await HelpDeskHost.StartAsync(services => services.AddAcorn(_acorn.Settings));
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _acorn.DisposeAsync();
    }

    [Fact]
    public async Task Ticket_OfTheThirdSystem_IsWorkedOnFromWebhookToResolved()
    {
        var ticket = FileSync(KnownPeople.SecondItManager);

        (await SendAsync(AcornServer.Webhook(ticket, secret: "another-secret-altogether"))).ShouldBe(HttpStatusCode.Unauthorized);
        (await SendAsync(AcornServer.Webhook(ticket, age: TimeSpan.FromHours(1)))).ShouldBe(HttpStatusCode.Unauthorized);
        (await SendAsync(AcornServer.Webhook(ticket))).ShouldBe(HttpStatusCode.Accepted);
        (await SendAsync(AcornServer.Webhook(ticket))).ShouldBe(HttpStatusCode.Accepted);

        var done = await _host.Client.UntilAsync($"acorn-{ticket.Id}", record => record.ClosedAt is not null);
        (done.State, done.Path).ShouldBe((CaseState.Resolved, CasePath.Automatic), done.Reason);
        var after = _acorn[ticket.Id];
        after.IsResolved.ShouldBeTrue();
        after.Writes.Values.Count(write => write.Kind == "resolve").ShouldBe(1);
        after.Writes.Values.ShouldContain(write => write.Kind == "reply");
        using var lead = await Visitor.SignInAsync(_host.Client, KnownPeople.ServiceDeskLead);
        (await lead.OpenAsync($"/cases/{done.CaseId}")).Body.ShouldContain("Open the ticket in Acorn Tickets");
        await _host.AuditShouldHoldAsync();
    }

    [Fact]
    public async Task Ticket_WithoutWebhook_IsFoundByAskingAndGivenToTheTeamOfThePolicy()
    {
        var ticket = _acorn.File(KnownPeople.AmyPoe.UserPrincipalName, "Printer on floor 3 jams", "The big printer near the kitchen jams with every second page.");

        var found = await _host.Services.GetRequiredService<ReconcileTickets>().RunAsync(default);

        // The host asks at its start, too: either of the two finds the ticket, and no webhook came.
        found.Systems.Keys.ShouldContain("acorn");
        var escalated = await _host.Client.UntilAsync($"acorn-{ticket.Id}", record => record.ClosedAt is not null);
        escalated.State.ShouldBe(CaseState.Escalated, escalated.Reason);
        // The shipped policy/routing.yaml does not know this system.
        _acorn[ticket.Id].Team.ShouldBe("Field Support");
        _acorn[ticket.Id].IsResolved.ShouldBeFalse();
    }

    [Fact]
    public async Task Health_OfTheThirdSystem_IsOnTheOverview()
    {
        using var unknown = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/webhooks/walnut", UriKind.Relative));
        (await SendAsync(unknown)).ShouldBe(HttpStatusCode.NotFound);

        (await _host.Services.GetRequiredService<HealthOverview>().ReadAsync(default)).Entries.Single(entry => entry.Name == "acorn").State.ShouldBe(HealthState.Healthy);
    }

    private AcornTicket FileSync(SimulatedPerson by) => _acorn.File(
        by.UserPrincipalName, "Laptop does not sync", "My laptop has not synced with Intune for days, the Company Portal says last sync was last week. Could you trigger a sync?");

    private async Task<HttpStatusCode> SendAsync(HttpRequestMessage request)
    {
        using var answer = await _host.Client.Product.SendAsync(request);
        request.Dispose();
        return answer.StatusCode;
    }
}

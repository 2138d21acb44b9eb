using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Knowledge;

/// <summary>An incident that caused others, as people link them in the ticket system: seen from both ends.</summary>
public sealed class CauseTests
{
    private static readonly SimulatedTenant Tenant = new();

    private static readonly List<SimulatedPerson> People = [.. Tenant.People
        .Where(person => person.AccountEnabled && !person.IsFunctional && !person.IsGuest && person.Mail is not null && !KnownPeople.All.Contains(person)).OrderBy(person => person.Id, StringComparer.Ordinal)];

    [Theory]
    [InlineData("servicenow")]
    [InlineData("jira")]
    public async Task Ticket_LinkedWithItsCauseByAPerson_ShowsItAndTheCauseShowsTheTicket(string system)
    {
        await using var host = await HelpDeskHost.StartAsync();
        var client = host.Client;
        var outage = await client.FileAsync(system, People[20].UserPrincipalName, "Proxy down in Lyon", "Nobody in Lyon gets to the internet, the proxy answers with errors since 8:10.");
        var hit = await client.FileAsync(system, People[21].UserPrincipalName, "no internet", "internet is dead at my desk since this morning, collegues have it too");
        await client.UntilAsync(outage, record => record.ClosedAt is not null);
        await client.UntilAsync(hit, record => record.ClosedAt is not null || record.State == CaseState.WaitingForAnswer);
        var number = (await client.TicketAsync(outage)).GetProperty("number").GetString()!;

        await client.ChangeAsync(hit, new { author = KnownPeople.ServiceDeskLead.UserPrincipalName, causedBy = number });

        using var lead = await Visitor.SignInAsync(client, KnownPeople.ServiceDeskLead);
        var page = await Eventually.Get(async () => (await lead.OpenAsync($"/cases/{hit}")).Body, body => body.Contains("Caused by", StringComparison.Ordinal), "the link on the case's page");
        page.ShouldContain($"/cases/{outage}");
        (await lead.OpenAsync($"/knowledge/graph/Ticket?of={outage}")).Body.ShouldSatisfyAllConditions(body => body.ShouldContain("Caused"), body => body.ShouldContain($"/cases/{hit}"));
    }

    [Fact]
    public async Task Cause_ThatIsNoCaseHere_HasAPageOfItsTickets()
    {
        await using var host = await HelpDeskHost.StartAsync();
        var client = host.Client;
        await client.LoseWebhooksAsync(true);
        var older = await client.FileAsync("servicenow", People[22].UserPrincipalName, "Mail relay down", "The relay refuses everything.");
        await client.LoseWebhooksAsync(false);
        var hit = await client.FileAsync("servicenow", People[23].UserPrincipalName, "Mails bleiben liegen", "Meine Mails gehen seit heute Morgen nicht raus, sie bleiben im Postausgang.");
        await client.UntilAsync(hit, record => record.ClosedAt is not null || record.State == CaseState.WaitingForAnswer);
        var number = (await client.TicketAsync(older)).GetProperty("number").GetString()!;

        await client.ChangeAsync(hit, new { author = KnownPeople.ServiceDeskLead.UserPrincipalName, causedBy = number });

        using var lead = await Visitor.SignInAsync(client, KnownPeople.ServiceDeskLead);
        await Eventually.Get(async () => (await lead.OpenAsync($"/cases/{hit}")).Body, body => body.Contains("Caused by", StringComparison.Ordinal) && body.Contains(number, StringComparison.Ordinal), "the link on the case's page");
        (await lead.OpenAsync($"/knowledge/graph/Incident?of={Uri.EscapeDataString(older)}")).Body.ShouldSatisfyAllConditions(
            body => body.ShouldContain(number), body => body.ShouldContain("Caused"), body => body.ShouldContain($"/cases/{hit}"));
    }
}

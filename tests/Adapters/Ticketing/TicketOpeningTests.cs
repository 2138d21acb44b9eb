using System.Net.Http.Json;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Simulator.Tickets;

namespace HelpDesk.Adapters.Tests.Ticketing;

/// <summary>Who opened a ticket and how, read from both systems over HTTP.</summary>
public sealed class TicketOpeningTests
{
    private const string Amy = "amy.poe@contoso.example";
    private const string Desk = "priya.nair@contoso.example";

    [Theory]
    [InlineData("servicenow", null, null, Amy, TicketChannel.Portal)]
    [InlineData("servicenow", Desk, "phone", Desk, TicketChannel.Phone)]
    [InlineData("servicenow", Desk, "walk-in", Desk, TicketChannel.WalkIn)]
    [InlineData("servicenow", null, "email", Amy, TicketChannel.Mail)]
    [InlineData("servicenow", null, "virtual_agent", Amy, TicketChannel.Chat)]
    [InlineData("servicenow", null, "fax", Amy, TicketChannel.Other)]
    [InlineData("servicenow", null, "", Amy, TicketChannel.Unknown)]
    [InlineData("jira", null, null, Amy, TicketChannel.Portal)]
    [InlineData("jira", Desk, "phone", Desk, TicketChannel.Phone)]
    [InlineData("jira", null, "email", Amy, TicketChannel.Mail)]
    [InlineData("jira", Desk, "jira", Desk, TicketChannel.Other)]
    public async Task Opening_ByTheSystemsOwnRecords_NamesWhoAndHow(string system, string? opener, string? channel, string by, TicketChannel expected)
    {
        await using var systems = await SimulatedSystems.StartAsync();

        var ticket = await FileAsync(systems, system, opener, channel);

        ticket.Requester!.Mail.ShouldBe(Amy);
        ticket.Opening!.By.ShouldHaveSingleItem().Mail.ShouldBe(by);
        ticket.Opening.Channel.ShouldBe(expected);
        if (by == Amy)
            ticket.Opening.By[0].ShouldBe(ticket.Requester);
    }

    [Fact]
    public async Task Opening_RecordCreatedByAnotherAccountThanItSays_NamesBoth()
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var filed = await FileAsync(systems, "servicenow", Desk, "phone");
        // The field is a caller's to fill in; the account that wrote the record is not.
        using var control = await systems.Control.PostAsJsonAsync($"/simulator/tickets/servicenow/{filed.Reference.ExternalId}/opened-by", new { opener = Amy });
        control.EnsureSuccessStatusCode();

        var ticket = (await systems.ServiceNow.ReadAsync(filed.Reference.ExternalId, default))!;

        ticket.Opening!.By.Select(opener => opener.Mail).ShouldBe([Amy, Desk], ignoreOrder: true);
    }

    [Fact]
    public async Task Opening_BySomebodyWhomTheSystemDoesNotKnow_IsSomebodyWithoutAnAddress()
    {
        await using var systems = await SimulatedSystems.StartAsync();

        var ticket = await FileAsync(systems, "servicenow", "nobody@elsewhere.example", "email");

        ticket.Opening!.By.ShouldHaveSingleItem().Mail.ShouldBeNull();
        ticket.Opening.By[0].UserName.ShouldBe("guest");
    }

    private static async Task<Ticket> FileAsync(SimulatedSystems systems, string system, string? opener, string? channel)
    {
        using var response = await systems.Control.PostAsJsonAsync("/simulator/tickets", new NewTicket(system, Amy, "Locked out", "I get 'account locked'.") { Opener = opener, Channel = channel });
        response.EnsureSuccessStatusCode();
        var filed = (await response.Content.ReadFromJsonAsync<ShownTicket>())!;
        return (await systems.System(system).ReadAsync(filed.Id, default))!;
    }
}

using System.Net;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Tests.Pages;

/// <summary>The forms do what they say, for the simulator's own pages only.</summary>
public sealed class FormTests
{
    [Theory]
    [InlineData("https://evil.example", "cross-site")]
    [InlineData("https://evil.example", null)]
    [InlineData("null", null)]
    [InlineData(null, "cross-site")]
    [InlineData(null, "same-site")]
    [InlineData(null, "none")]
    [InlineData(null, null)]
    public async Task Form_OfAnotherOrigin_IsRefusedAndDoesNothing(string? origin, string? site)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var place = await PageTests.FiledAsync(simulator, "jira", "A ticket");
        foreach (var path in new[] { "/faults", "/webhooks", "/faults/off", "/tickets", $"{place}/comments", $"{place}/reopen" })
        {
            using var response = await OwnForm.PostAsync(
                simulator, path, origin, site, ("system", path == "/tickets" ? "jira" : "graph"), ("fault", "down"), ("on", "true"), ("requester", KnownPeople.AmyPoe.Mail!), ("title", "t"), ("text", "t"));
            response.StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        }

        simulator.Faults.All.ShouldBeEmpty();
        (await simulator.Http.GetStringAsync("/tickets")).ShouldContain("1 ticket<");
    }

    [Fact]
    public async Task FaultButton_OnAndOff_SwitchesTheFault()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await PressAsync("/faults", "graph", "down", "true");
        simulator.Faults.All.ShouldHaveSingleItem().Kind.ShouldBe(FaultKind.Down);
        (await simulator.GetAsync("/subscribedSkus")).Status.ShouldBe(503);
        (await simulator.Http.GetStringAsync("/")).ShouldContain("aria-pressed=\"true\">Down<");
        await PressAsync("/faults", "graph", "down", "false");
        simulator.Faults.All.ShouldBeEmpty();
        await PressAsync("/webhooks", "webhooks", "duplicate", "true");
        (await simulator.Http.GetStringAsync("/simulator/tickets/webhooks")).ShouldContain("\"duplicate\":true");
        await PressAsync("/faults/off", "", "", "");
        (await simulator.Http.GetStringAsync("/simulator/tickets/webhooks")).ShouldContain("\"duplicate\":false");

        async Task PressAsync(string path, string system, string fault, string on)
        {
            using var response = await OwnForm.PostAsync(simulator, path, ("system", system), ("fault", fault), ("on", on));
            response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        }
    }

    [Fact]
    public async Task FaultButtons_All_CanBeSwitchedOn()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var expected = 0;
        foreach (var known in HelpDesk.Simulator.Pages.Overview.FaultSwitch.All)
        {
            foreach (var system in known.Systems)
            {
                using var response = await OwnForm.PostAsync(simulator, "/faults", ("system", system), ("fault", known.Id), ("on", "true"));
                response.StatusCode.ShouldBe(HttpStatusCode.SeeOther, $"{known.Id} {system}");
                expected++;
            }
        }

        simulator.Faults.All.Count.ShouldBe(expected);
        // No page of the simulator itself is struck.
        (await simulator.Http.GetAsync("/teams")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("nonsense", "amy.poe@contoso.example", "t", "ticket systems")]
    [InlineData("jira", "stranger@example.com", "t", "No person")]
    [InlineData("jira", "amy.poe@contoso.example", "  ", "title")]
    public async Task Ticket_FieldThatCannotBe_IsSaidAndNothingIsFiled(string system, string requester, string title, string said)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        using var response = await OwnForm.PostAsync(simulator, "/tickets", ("system", system), ("requester", requester), ("title", title), ("text", "kept text"));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await response.Content.ReadAsStringAsync();
        page.ShouldContain("role=\"alert\"");
        page.ShouldContain(said);
        page.ShouldContain("kept text");
        (await simulator.Http.GetStringAsync("/tickets")).ShouldContain("0 tickets");
    }

    [Fact]
    public async Task Comment_Empty_IsRefused()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var place = await PageTests.FiledAsync(simulator, "servicenow", "A ticket");
        using var response = await OwnForm.PostAsync(simulator, $"{place}/comments", ("text", " "));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Reopen_ResolvedTicket_IsOpenAgain()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var desk = simulator.Issues;
        var place = await PageTests.FiledAsync(simulator, "jira", "A ticket");
        desk.Transition(desk.Find(place.Split('/')[^1])!, HelpDesk.Simulator.Tickets.Jira.JiraTransition.Of(desk.Find(place.Split('/')[^1])!).First(transition => transition.HasResolution), "Done", "somebody");
        (await simulator.Http.GetStringAsync(place)).ShouldContain("/reopen");
        using var response = await OwnForm.PostAsync(simulator, $"{place}/reopen");
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await simulator.Http.GetStringAsync(place)).ShouldNotContain("/reopen");
    }
}

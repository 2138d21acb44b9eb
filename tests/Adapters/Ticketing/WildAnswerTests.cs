using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Tickets;

namespace HelpDesk.Adapters.Tests.Ticketing;

/// <summary>Answers that say success and are none, pages that end early, parts that are refused.</summary>
public sealed class WildAnswerTests
{
    [Theory]
    [InlineData("servicenow")]
    [InlineData("jira")]
    public async Task Read_ErrorInAnAnswerOfSuccess_IsRetriedAndNeverNothing(string name)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var filed = await systems.FileAsync(name);
        systems.Fault(name, FaultKind.ErrorInAnswer, name == "jira" ? "*issue/*" : "*table/incident/*", count: 2);

        for (var attempt = 1; attempt <= 2; attempt++)
        {
            var fault = await Should.ThrowAsync<VendorException>(() => systems.System(name).ReadAsync(filed.Id, default));
            (fault.Code, fault.IsRetryable).ShouldBe((TicketErrors.ErrorInAnswer, true));
        }

        (await systems.System(name).ReadAsync(filed.Id, default)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("servicenow")]
    [InlineData("jira")]
    public async Task List_ErrorInAnAnswerOfSuccess_IsNoEmptyList(string name)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        await systems.FileAsync(name);
        systems.Fault(name, FaultKind.ErrorInAnswer, name == "jira" ? "search/jql" : "table/incident", count: null);

        var fault = await Should.ThrowAsync<VendorException>(async () => await systems.System(name).ListCreatedSinceAsync(DateTimeOffset.UtcNow.AddHours(-1), default).ToListAsync());

        fault.Code.ShouldBe(TicketErrors.ErrorInAnswer);
    }

    [Theory]
    [InlineData("servicenow", "*table/incident/*", "PATCH")]
    [InlineData("jira", "*request/*/comment", "POST")]
    public async Task Write_ErrorInAnAnswerOfSuccess_IsNotBelieved(string name, string path, string method)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var filed = await systems.FileAsync(name);
        systems.Fault(name, FaultKind.ErrorInAnswer, path, method);

        (await Should.ThrowAsync<VendorException>(() => systems.System(name).CommentAsync(filed.Id, "Once.", "run/once", default))).IsRetryable.ShouldBeTrue();
        await systems.System(name).CommentAsync(filed.Id, "Once.", "run/once", default);

        (await systems.SeeAsync(filed)).Comments.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task List_RowHiddenByAnAclOnAFullPage_DoesNotEndTheList(bool hidesTotal)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var filed = new List<ShownTicket>();
        for (var number = 0; number < 201; number++)
            filed.Add(await systems.FileAsync("servicenow", $"Ticket {number}"));
        await systems.SwitchAsync("servicenow", new TicketSwitches { HiddenTickets = [filed[7].Id], HidesTotal = hidesTotal });

        var listed = await systems.ServiceNow.ListCreatedSinceAsync(DateTimeOffset.UtcNow.AddHours(-1), default).Select(ticket => ticket.ExternalId).ToListAsync();

        listed.Count.ShouldBe(200);
        listed[^1].ShouldBe(filed[200].Id);
    }

    [Theory]
    [InlineData("servicenow", "*table/sys_user/*", "sys_user")]
    [InlineData("jira", "api/3/user", "Browse users and groups")]
    public async Task Read_PersonRefused_KeepsTheTicketAndNamesThePermission(string name, string path, string named)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        if (name == "jira")
            (await systems.Control.PostAsync(new Uri("/simulator/tickets/jira/hide-mail", UriKind.Relative), System.Net.Http.Json.JsonContent.Create(new HiddenMail("amy.poe@contoso.example")))).EnsureSuccessStatusCode();
        var filed = await systems.FileAsync(name);
        systems.Fault(name, FaultKind.Forbidden, path, count: null);

        var ticket = (await systems.System(name).ReadAsync(filed.Id, default))!;

        ticket.Requester!.Mail.ShouldBeNull();
        ticket.Requester.Hidden.ShouldNotBeNull().ShouldContain(named);
        systems.Advice(name).ShouldContain(advice => advice.Contains(named, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("servicenow", "table/sys_journal_field", "sys_journal_field")]
    [InlineData("jira", "*issue/*/comment", "agent licence")]
    public async Task Read_CommentsRefused_KeepsTheTicketAndSaysSo(string name, string path, string named)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var filed = await systems.FileAsync(name);
        systems.Fault(name, FaultKind.Forbidden, path, count: null);

        (await systems.System(name).ReadAsync(filed.Id, default))!.CommentsHidden.ShouldNotBeNull().ShouldContain(named);
    }

    [Fact]
    public async Task Read_GroupRefused_KeepsTheTicket()
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var filed = await systems.FileAsync("servicenow");
        systems.Fault("servicenow", FaultKind.Forbidden, "*table/sys_user_group/*", count: null);

        (await systems.ServiceNow.ReadAsync(filed.Id, default))!.AssignmentGroup.ShouldBeNull();
    }

    [Fact]
    public async Task List_DeletedProjectBesideAGoodOne_ListsTheGoodOneAndNamesTheOther()
    {
        await using var systems = await SimulatedSystems.StartAsync(new() { ["Jira:Projects:1"] = "GONE" });
        var filed = await systems.FileAsync("jira");
        var listed = new List<string>();

        var fault = await Should.ThrowAsync<VendorException>(async () =>
        {
            await foreach (var ticket in systems.Jira.ListCreatedSinceAsync(DateTimeOffset.UtcNow.AddMinutes(-5), default))
                listed.Add(ticket.ExternalId);
        });

        listed.ShouldBe([filed.Id]);
        fault.Code.ShouldBe(TicketErrors.Incomplete);
        fault.Message.ShouldContain("GONE");
        fault.Message.ShouldNotContain(SimulatedIntegration.JiraProject + ",");
        systems.Advice("jira").ShouldContain(advice => advice.Contains("GONE", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("servicenow")]
    [InlineData("jira")]
    public async Task Read_AssignedToAPerson_SaysToWhom(string name)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var filed = await systems.FileAsync(name);
        (await systems.System(name).ReadAsync(filed.Id, default))!.AssignedTo.ShouldBeNull();

        await systems.ChangeAsync(filed, new TicketChange { AssignedTo = "amy.poe@contoso.example" });

        (await systems.System(name).ReadAsync(filed.Id, default))!.AssignedTo.ShouldBe("Amy Poe");
    }
}

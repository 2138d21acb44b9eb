using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Tickets;

namespace HelpDesk.Adapters.Tests.Ticketing;

/// <summary>The user record behind a comment, read from both systems over HTTP: what nobody can be named for is nobody.</summary>
public sealed class CommentAuthorTests
{
    private const string Colleague = "priya.nair@contoso.example";

    [Theory]
    [InlineData("servicenow")]
    [InlineData("jira")]
    public async Task Author_OfAComment_IsTheSystemsOwnRecord(string name)
    {
        await using var systems = await SimulatedSystems.StartAsync();

        var author = await systems.System(name).FindAuthorAsync(await WriteAsync(systems, name), default);

        author.ShouldNotBeNull().Mail.ShouldBe(Colleague);
        author.Hidden.ShouldBeNull();
    }

    [Theory]
    [InlineData("servicenow", "nobody.at.all")]
    [InlineData("servicenow", "")]
    [InlineData("servicenow", "system")]
    // A user name with '^' would be a query of its own, of everybody.
    [InlineData("servicenow", "x^ORuser_nameISNOTEMPTY")]
    [InlineData("servicenow", "priya.nair^active=true")]
    [InlineData("jira", "qm:5b10a2844c20165700ede21g:00000000-0000-0000-0000-000000000000")]
    [InlineData("jira", "")]
    [InlineData("jira", "../../myself?x=")]
    [InlineData("jira", "a&accountId=712020:5150a070-0000-4000-8000-00000000a070")]
    public async Task Author_WhomTheSystemDoesNotKnow_IsNobody(string name, string author)
    {
        await using var systems = await SimulatedSystems.StartAsync();

        (await systems.System(name).FindAuthorAsync(author, default)).ShouldBeNull();
    }

    [Theory]
    [InlineData("servicenow")]
    [InlineData("jira")]
    public async Task Author_WhoseRecordWasDeletedSince_IsNobody(string name)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var author = await WriteAsync(systems, name);
        await systems.SwitchAsync(name, new TicketSwitches { DeletedUsers = [Colleague] });

        (await systems.System(name).FindAuthorAsync(author, default)).ShouldBeNull();
    }

    // Found as what it is, by its own address: who that is, the directory decides, which knows no person of it.
    [Theory]
    [InlineData("servicenow", SimulatedIntegration.ServiceNowUser)]
    [InlineData("jira", SimulatedIntegration.JiraAccountId)]
    public async Task Author_ThatIsAServiceAccount_HasItsOwnAddressAndNoOther(string name, string author)
    {
        await using var systems = await SimulatedSystems.StartAsync();

        (await systems.System(name).FindAuthorAsync(author, default)).ShouldNotBeNull().Mail.ShouldBe(SimulatedIntegration.Mail);
    }

    [Theory]
    [InlineData("servicenow", "table/sys_user", "sys_user")]
    [InlineData("jira", "api/3/user", "Browse users and groups")]
    public async Task Author_WhomTheAccountMayNotRead_IsNobodyAndHealthNamesThePermission(string name, string path, string named)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var author = await WriteAsync(systems, name);
        systems.Fault(name, FaultKind.Forbidden, path, count: null);

        (await systems.System(name).FindAuthorAsync(author, default)).ShouldBeNull();

        systems.Advice(name).ShouldContain(advice => advice.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Author_WhoHidesTheirAddressInJira_IsNobody()
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var author = await WriteAsync(systems, "jira");
        using var hide = System.Net.Http.Json.JsonContent.Create(new HiddenMail(Colleague));
        (await systems.Control.PostAsync(new Uri("/simulator/tickets/jira/hide-mail", UriKind.Relative), hide)).EnsureSuccessStatusCode();

        (await systems.Jira.FindAuthorAsync(author, default)).ShouldBeNull();
    }

    private static async Task<string> WriteAsync(SimulatedSystems systems, string name)
    {
        var filed = await systems.FileAsync(name);
        await systems.CommentAsync(filed, "This was not me.", author: Colleague);
        return (await systems.System(name).ReadAsync(filed.Id, default))!.Comments.Single(comment => comment.Text.Contains("not me", StringComparison.Ordinal)).AuthorUserId.ShouldNotBeNull();
    }
}

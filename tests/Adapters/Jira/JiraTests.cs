using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using HelpDesk.Adapters.Tests.Ticketing;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Simulator;
using HelpDesk.Simulator.Tickets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Tests.Jira;

public sealed class JiraTests
{
    [Fact]
    public async Task Read_HiddenMail_LeavesItOutAndKeepsThePerson()
    {
        await using var systems = await SimulatedSystems.StartAsync();
        (await systems.Control.PostAsJsonAsync("/simulator/tickets/jira/hide-mail", new HiddenMail("amy.poe@contoso.example"))).EnsureSuccessStatusCode();
        var filed = await systems.FileAsync("jira");

        var requester = (await systems.Jira.ReadAsync(filed.Id, default))!.Requester!;

        requester.Mail.ShouldBeNull();
        requester.SystemUserId.ShouldStartWith("qm:");
        requester.DisplayName.ShouldBe("Amy Poe");
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("ITSD, HR", true)]
    [InlineData("HR", false)]
    public async Task List_ProjectWhoseWebhooksAreNotWanted_IsLeftOut(string? wanted, bool isListed)
    {
        await using var systems = await SimulatedSystems.StartAsync(new() { ["Webhooks:Jira:Projects"] = wanted });
        var filed = await systems.FileAsync("jira");

        var listed = await systems.Jira.ListCreatedSinceAsync(DateTimeOffset.UtcNow.AddMinutes(-5), default).ToListAsync();

        listed.Select(ticket => ticket.ExternalId).Contains(filed.Id).ShouldBe(isListed);
    }

    [Fact]
    public async Task Read_RichText_IsPlain()
    {
        const string Issue = """
            {"id":"1","key":"ITSD-1","fields":{"summary":"s","created":"2026-10-12T08:14:02.083+0000","updated":"2026-10-12T10:14:02.083+0200",
            "description":{"type":"doc","version":1,"content":[
              {"type":"heading","attrs":{"level":1},"content":[{"type":"text","text":"Head"}]},
              {"type":"paragraph","content":[{"type":"text","text":"Ask ","marks":[{"type":"strong"}]},{"type":"mention","attrs":{"id":"1","text":"@Bob"}},{"type":"hardBreak"},{"type":"inlineCard","attrs":{"url":"https://x.example"}}]},
              {"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"one"}]}]},{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"two"}]}]}]},
              {"type":"unknownThing","content":[{"type":"text","text":"kept"}]},17]}}}
            """;
        await using var systems = await SimulatedSystems.StartAsync(
            new() { ["Jira:IntegrationAccountId"] = "us" },
            services => services.AddHttpClient("jira")
                .AddHttpMessageHandler(() => new Refuses(HttpMethod.Get, HttpStatusCode.OK, """{"comments":[],"total":0}""", path: "/comment"))
                .AddHttpMessageHandler(() => new Refuses(HttpMethod.Get, HttpStatusCode.OK, Issue)));

        var ticket = (await systems.Jira.ReadAsync("1", default))!;

        ticket.Text.ShouldBe("Head\nAsk @Bob\nhttps://x.example\n- one\n- two\nkept");
        ticket.CreatedAt.ShouldBe(ticket.UpdatedAt);
    }

    [Fact]
    public async Task Comment_TooManyWritesToOneIssue_IsRetryableAndTellsTheReason()
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var filed = await systems.FileAsync("jira");

        var fault = await Should.ThrowAsync<VendorException>(async () =>
        {
            for (var number = 0; number < 120; number++)
                await systems.Jira.NoteAsync(filed.Id, $"Note {number}", $"run/{number}", default);
        });

        fault.Code.ShouldBe("jira-per-issue-on-write");
        fault.IsRetryable.ShouldBeTrue();
        fault.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task Read_ThrottledWithoutRetryAfter_IsRetryable()
    {
        await using var systems = await SimulatedSystems.StartAsync(configure: services =>
            services.AddHttpClient("jira").AddHttpMessageHandler(() => new Refuses(HttpMethod.Get, HttpStatusCode.TooManyRequests, "gateway says no", "jira-quota-tenant-based")));

        var fault = await Should.ThrowAsync<VendorException>(() => systems.Jira.ReadAsync("1", default));

        fault.IsRetryable.ShouldBeTrue();
        fault.RetryAfter.ShouldBeNull();
        fault.Message.ShouldContain("jira-quota-tenant-based");
    }

    [Fact]
    public async Task Resolve_ConfiguredTransition_IsTaken()
    {
        await using var systems = await SimulatedSystems.StartAsync(new() { ["Jira:ResolveTransition"] = "cancel request", ["Jira:Resolution"] = "Won't Do" });
        var filed = await systems.FileAsync("jira");

        await systems.Jira.ResolveAsync(filed.Id, "Not ours.", "run/close", default);

        var seen = await systems.SeeAsync(filed);
        seen.State.ShouldBe("Canceled");
        seen.Resolution.ShouldBe("Won't Do");
        (await systems.Jira.ReadAsync(filed.Id, default))!.State.ShouldBe(TicketState.Closed);
    }

    [Fact]
    public async Task Resolve_NoSuchTransition_NamesTheSetting()
    {
        await using var systems = await SimulatedSystems.StartAsync(new() { ["Jira:ResolveTransition"] = "Fly away" });
        var filed = await systems.FileAsync("jira");

        var fault = await Should.ThrowAsync<VendorException>(() => systems.Jira.ResolveAsync(filed.Id, "x", "run/close", default));

        fault.Message.ShouldContain("Jira:ResolveTransition");
        fault.IsRetryable.ShouldBeFalse();
    }

    [Fact]
    public async Task Assign_ToOneAccountPerGroup_SetsTheAssignee()
    {
        await using var systems = await SimulatedSystems.StartAsync(new()
        {
            ["Jira:Assignment"] = "Assignee",
            ["Jira:GroupIds:Network"] = SimulatedIntegration.JiraAccountId,
        });
        var filed = await systems.FileAsync("jira");

        await systems.Jira.AssignAsync(filed.Id, "Network", "run/assign", default);

        (await systems.Jira.ReadAsync(filed.Id, default))!.AssignmentGroup.ShouldBe("Network");
        (await Should.ThrowAsync<VendorException>(() => systems.Jira.AssignAsync(filed.Id, "Messaging", "run/2", default))).Message.ShouldContain("Jira:GroupIds");
    }

    [Fact]
    public async Task BearerToken_InsteadOfMailAndToken_IsTaken()
    {
        await using var systems = await SimulatedSystems.StartAsync(new()
        {
            ["Jira:Email"] = null, ["Jira:ApiToken"] = null, ["Jira:BearerToken"] = new SimulatorOptions().ClientSecret,
        });
        var filed = await systems.FileAsync("jira");

        (await systems.Jira.ReadAsync(filed.Id, default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Simulated_V3Comment_IsPublicUnlessItSaysInternal()
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var filed = await systems.FileAsync("jira");
        const string Document = """{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}""";

        using var open = await Api(systems, HttpMethod.Post, $"rest/api/3/issue/{filed.Id}/comment", $$"""{"body":{{Document}}}""");
        using var inside = await Api(systems, HttpMethod.Post, $"rest/api/3/issue/{filed.Id}/comment", $$$"""{"body":{{{Document}}},"properties":[{"key":"sd.public.comment","value":{"internal":true}}]}""");

        (await systems.SeeAsync(filed)).Comments.Select(comment => comment.IsPublic).ShouldBe([true, false]);
    }

    [Theory]
    [InlineData("GET", "rest/api/3/nothing", null, HttpStatusCode.NotFound)]
    [InlineData("POST", "rest/api/3/issue", "{not json", HttpStatusCode.BadRequest)]
    [InlineData("POST", "rest/api/3/issue", """{"fields":{"summary":"x","project":{"key":"NOPE"}}}""", HttpStatusCode.BadRequest)]
    [InlineData("GET", "rest/api/3/issue/NOPE-1", null, HttpStatusCode.NotFound)]
    [InlineData("GET", "rest/api/3/search/jql?jql=", null, HttpStatusCode.BadRequest)]
    [InlineData("GET", "rest/servicedeskapi/request/1", null, HttpStatusCode.NotFound)]
    public async Task Simulated_BadRequest_IsRefused(string method, string path, string? body, HttpStatusCode status)
    {
        await using var systems = await SimulatedSystems.StartAsync();

        using var answer = await Api(systems, new HttpMethod(method), path, body);
        using var stranger = await systems.Control.GetAsync(new Uri($"/jira/{path}", UriKind.Relative));

        answer.StatusCode.ShouldBe(status);
        if (method == "GET")
            stranger.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Theory]
    [InlineData("Jira:SiteUrl", "http://example.atlassian.net")]
    [InlineData("Jira:ApiToken", null)]
    [InlineData("Jira:Projects:0", "it desk")]
    [InlineData("Jira:GroupField", null)]
    [InlineData("Webhooks:Jira:Projects", "it desk")]
    [InlineData("Webhooks:Jira:PreviousSecret", "short")]
    [InlineData("Webhooks:JiraAutomation:Secret", "short")]
    [InlineData("Webhooks:JiraMaxAge", "01:59:59")]
    public async Task Settings_Wrong_AreNamedAtStart(string setting, string? value)
    {
        await using var systems = await SimulatedSystems.StartAsync(new() { [setting] = value });

        Should.Throw<OptionsValidationException>(systems.ValidateAtStart).Message.ShouldContain(setting.Replace(":0", "", StringComparison.Ordinal));
    }

    private static async Task<HttpResponseMessage> Api(SimulatedSystems systems, HttpMethod method, string path, string? body)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/jira/{path}", UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{SimulatedIntegration.Mail}:{new SimulatorOptions().ClientSecret}")));
        if (body is not null)
            request.Content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        return await systems.Control.SendAsync(request);
    }
}

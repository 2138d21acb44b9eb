using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using HelpDesk.Adapters.Tests.Ticketing;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Simulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Adapters.Tests.ServiceNow;

public sealed class ServiceNowTests
{
    [Fact]
    public async Task Token_ManyCalls_IsFetchedOnceAndAgainBeforeItsEnd()
    {
        var seen = new ConcurrentQueue<string>();
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var systems = await SimulatedSystems.StartAsync(configure: services =>
        {
            services.AddSingleton<TimeProvider>(time);
            services.AddHttpClient("servicenow").AddHttpMessageHandler(() => new PathSpy(seen));
        });
        var filed = await systems.FileAsync("servicenow");

        await systems.ServiceNow.ReadAsync(filed.Id, default);
        await systems.ServiceNow.ReadAsync(filed.Id, default);
        Tokens().ShouldBe(1);
        time.Advance(TimeSpan.FromSeconds(1799 - 30));
        await systems.ServiceNow.ReadAsync(filed.Id, default);
        Tokens().ShouldBe(2);

        int Tokens() => seen.Count(path => path.EndsWith("/oauth_token.do", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Token_RevokedMeanwhile_IsRenewedOnceAndTheWriteIsDoneOnce()
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var filed = await systems.FileAsync("servicenow");
        await systems.ServiceNow.ReadAsync(filed.Id, default);
        (await systems.Control.PostAsync(new Uri("/simulator/tickets/servicenow/revoke-tokens", UriKind.Relative), null)).EnsureSuccessStatusCode();

        await systems.ServiceNow.CommentAsync(filed.Id, "Still there.", "run/tell", default);

        (await systems.SeeAsync(filed)).Comments.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Comment_AnswerLaterThanTheTimeout_IsFoundAndNoFault()
    {
        await using var systems = await SimulatedSystems.StartAsync(
            new() { ["ServiceNow:Timeout"] = "00:00:10" },
            services => services.AddHttpClient("servicenow").AddHttpMessageHandler(() => new NeverAnswers(HttpMethod.Patch)));
        var filed = await systems.FileAsync("servicenow");

        await systems.ServiceNow.CommentAsync(filed.Id, "Once.", "run/once", default);

        (await systems.SeeAsync(filed)).Comments.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Read_TicketWeCreated_IsOpenedByUsAndNotListed()
    {
        await using var systems = await SimulatedSystems.StartAsync();
        using var created = await Api(systems, HttpMethod.Post, "table/incident", """{"short_description":"Ours"}""");
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        var id = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("result").GetProperty("sys_id").GetString()!;

        var ticket = (await systems.ServiceNow.ReadAsync(id, default))!;

        ticket.OpenedByUs.ShouldBeTrue();
        ticket.Requester.ShouldBeNull();
        (await systems.ServiceNow.ListCreatedSinceAsync(DateTimeOffset.UtcNow.AddHours(-1), default).ToListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_States_AreTold()
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var filed = await systems.FileAsync("servicenow");
        using var held = await Api(systems, HttpMethod.Patch, $"table/incident/{filed.Id}", """{"state":"3","hold_reason":"1"}""");
        held.StatusCode.ShouldBe(HttpStatusCode.OK);

        (await systems.ServiceNow.ReadAsync(filed.Id, default))!.State.ShouldBe(TicketState.OnHold);
    }

    [Theory]
    [InlineData("POST", "oauth_token.do", "x", HttpStatusCode.BadRequest)]
    [InlineData("GET", "api/now/table/cmdb_ci", null, HttpStatusCode.BadRequest)]
    [InlineData("DELETE", "api/now/table/incident", null, HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "api/now/table/incident", "{not json", HttpStatusCode.BadRequest)]
    [InlineData("POST", "api/now/table/incident", "[]", HttpStatusCode.BadRequest)]
    [InlineData("GET", "api/now/stats/incident", null, HttpStatusCode.BadRequest)]
    [InlineData("GET", "api/now/table/incident/00000000000000000000000000000000", null, HttpStatusCode.NotFound)]
    [InlineData("GET", "api/now/table/incident?sysparm_query=active=true^ORpriority=1", null, HttpStatusCode.BadRequest)]
    public async Task Simulated_BadRequest_IsRefusedInServiceNowsShape(string method, string path, string? body, HttpStatusCode status)
    {
        await using var systems = await SimulatedSystems.StartAsync();

        using var answer = await Api(systems, new HttpMethod(method), path.Replace("api/now/", "", StringComparison.Ordinal), body);

        answer.StatusCode.ShouldBe(status);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).TryGetProperty("error", out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"state":"6"}""", "Data Policy Exception")]
    [InlineData("""{"state":"7"}""", "itil_admin")]
    public async Task Simulated_StateRule_IsRefusedWith403(string body, string reason)
    {
        await using var systems = await SimulatedSystems.StartAsync();
        var filed = await systems.FileAsync("servicenow");

        using var answer = await Api(systems, HttpMethod.Patch, $"table/incident/{filed.Id}", body);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(reason);
    }

    [Fact]
    public async Task Resolve_DataPolicyRefuses_SaysWhatToChange()
    {
        await using var systems = await SimulatedSystems.StartAsync(configure: services =>
            services.AddHttpClient("servicenow").AddHttpMessageHandler(() => new Refuses(HttpMethod.Patch, HttpStatusCode.Forbidden, """{"error":{"message":"Operation Failed","detail":"Data Policy Exception: Resolution code is mandatory"},"status":"failure"}""")));
        var filed = await systems.FileAsync("servicenow");

        var fault = await Should.ThrowAsync<VendorException>(() => systems.ServiceNow.ResolveAsync(filed.Id, "Done.", "run/close", default));

        fault.Code.ShouldBe("403");
        fault.IsRetryable.ShouldBeFalse();
        fault.Message.ShouldContain("ServiceNow:ResolutionCode");
        fault.Message.ShouldContain("Resolution code is mandatory");
    }

    [Fact]
    public async Task Read_LoneSurrogatesInTheAnswer_AreReplaced()
    {
        const string Incident = """{"result":{"sys_id":"0123456789abcdef0123456789abcdef","number":"INC1","short_description":"a\ud800b \\ud800 \ud83d\udd12","state":"1"}}""";
        await using var systems = await SimulatedSystems.StartAsync(configure: services =>
            services.AddHttpClient("servicenow").AddHttpMessageHandler(() => new Refuses(HttpMethod.Get, HttpStatusCode.OK, Incident, path: "/incident/")));

        (await systems.ServiceNow.ReadAsync("0123456789abcdef0123456789abcdef", default))!.Title.ShouldBe("a\ufffdb \\ud800 \U0001F512");
    }

    [Theory]
    [InlineData("ServiceNow:InstanceUrl", "http://example.service-now.com")]
    [InlineData("ServiceNow:InstanceUrl", "not an address")]
    [InlineData("ServiceNow:ClientSecret", null)]
    [InlineData("ServiceNow:IntegrationUserName", "a^b")]
    [InlineData("ServiceNow:Timeout", "00:00:00")]
    [InlineData("Webhooks:ServiceNow:Secret", "bm90IGxvbmc=")]
    [InlineData("Webhooks:ServiceNow:PreviousSecret", "not Base64 at all")]
    [InlineData("Webhooks:ServiceNowWindow", "00:00:59")]
    public async Task Settings_Wrong_AreNamedAtStart(string setting, string? value)
    {
        await using var systems = await SimulatedSystems.StartAsync(new() { [setting] = value });

        Should.Throw<OptionsValidationException>(systems.ValidateAtStart).Message.ShouldContain(setting);
    }

    private static async Task<HttpResponseMessage> Api(SimulatedSystems systems, HttpMethod method, string path, string? body)
    {
        var options = new SimulatorOptions();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = options.ClientId, ["client_secret"] = options.ClientSecret });
        using var token = await systems.Control.PostAsync(new Uri("/servicenow/oauth_token.do", UriKind.Relative), form);
        var bearer = (await token.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString();
        var at = path.StartsWith("oauth", StringComparison.Ordinal) ? $"/servicenow/{path}" : $"/servicenow/api/now/{path}";
        using var request = new HttpRequestMessage(method, new Uri(at, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        if (body is not null)
            request.Content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        return await systems.Control.SendAsync(request);
    }
}

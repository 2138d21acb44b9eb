using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Tests;

/// <summary>An injected fault looks like the system's own.</summary>
public sealed class FaultAnswerTests
{
    private static readonly string Amy = $"/users/{KnownPeople.AmyPoe.Id}";

    [Theory]
    [InlineData(FaultKind.Throttled, 429, "TooManyRequests")]
    [InlineData(FaultKind.Unavailable, 503, "ServiceUnavailable")]
    public async Task Graph_Fault_HasTheErrorShapeWithDateAndIds(FaultKind kind, int status, string code)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        simulator.Faults.Set(new Fault { Id = "f", System = "graph", Kind = kind, Seconds = 3 });
        simulator.Http.DefaultRequestHeaders.Add("client-request-id", "mine");
        var reply = await simulator.GetAsync(Amy);
        (reply.Status, reply.Code).ShouldBe((status, code));
        reply.Headers["Retry-After"].ShouldBe("3");
        var inner = reply.Body!["error"]!["innerError"]!;
        ((string?)inner["date"]).ShouldBe("2026-10-12T08:00:00");
        ((string?)inner["request-id"]).ShouldBe(reply.Headers["request-id"]);
        ((string?)inner["client-request-id"]).ShouldBe("mine");
        ((string?)inner["status"]).ShouldBe($"{status}");
        reply.Headers.ContainsKey("x-ms-throttle-information").ShouldBe(status == 429);
        if (status == 429)
            reply.Headers["x-ms-throttle-scope"].ShouldBe($"Tenant_Application/Read/{new SimulatorOptions().ClientId}/{SimulatedTenant.Id}");
    }

    [Fact]
    public async Task IdentityProtection_Throttled_NeverSaysWhenToComeBack()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        simulator.Faults.Set(new Fault { Id = "f", System = "graph", Kind = FaultKind.Throttled, Seconds = 3 });
        var reply = await simulator.GetAsync("/identityProtection/riskyUsers");
        reply.Status.ShouldBe(429);
        reply.Headers.ContainsKey("Retry-After").ShouldBeFalse();
        (await simulator.GetAsync(Amy)).Headers.ContainsKey("Retry-After").ShouldBeTrue();
    }

    [Theory]
    [InlineData("servicenow", "/servicenow/api/now/table/incident", "status")]
    [InlineData("jira", "/jira/rest/api/3/issue/1", "errorMessages")]
    [InlineData("jira", "/jira/rest/servicedeskapi/request/1", "errorMessage")]
    [InlineData("openai", "/openai/deployments/x/chat/completions", "error")]
    [InlineData("teams", "/teams/workflows/x", "error")]
    public async Task OtherSystem_Throttled_AnswersInItsOwnShape(string system, string path, string property)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        simulator.Faults.Set(new Fault { Id = "f", System = system, Kind = FaultKind.Throttled, Seconds = 4 });
        using var response = await simulator.Http.GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        response.Headers.GetValues("Retry-After").Single().ShouldBe("4");
        JsonNode.Parse(await response.Content.ReadAsStringAsync())![property].ShouldNotBeNull();
    }

    [Theory]
    [InlineData("nonsense", 1, 1)]
    [InlineData("", 1, 1)]
    [InlineData("graph", 2, 1)]
    [InlineData("graph", 1, -1)]
    public async Task Fault_ThatCouldNeverStrike_IsRefused(string system, double probability, double seconds)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        using var response = await simulator.Http.PutAsJsonAsync("/simulator/faults", new { id = "f", system, kind = "Latency", probability, seconds });
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        simulator.Faults.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task PatchUser_ToWhatItIs_IsNoEffect()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        (await simulator.CallAsync("PATCH", Amy, new { accountEnabled = true })).Status.ShouldBe(204);
        simulator.Effects.ShouldBeEmpty();
        (await simulator.CallAsync("PATCH", Amy, new { accountEnabled = false })).Status.ShouldBe(204);
        simulator.Effects.Count.ShouldBe(1);
    }
}

using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Tests.Graph;

/// <summary>A batch is read as Graph reads it, and each call inside meets its own fate.</summary>
public sealed class BatchTests
{
    private static readonly string Amy = $"/users/{KnownPeople.AmyPoe.Id}";

    [Fact]
    public async Task Batch_OfMoreThan20_IsRefused()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        (await BatchAsync(simulator, [.. Enumerable.Range(1, 21).Select(id => new { id = $"{id}", method = "GET", url = Amy })])).Status.ShouldBe(400);
        (await BatchAsync(simulator, [.. Enumerable.Range(1, 20).Select(id => new { id = $"{id}", method = "GET", url = Amy })])).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Call_InsideThatFails_TakesOnlyItsDependantsWithIt()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var reply = await BatchAsync(
            simulator,
            new { id = "1", method = "GET", url = Amy },
            new { id = "2", method = "GET", url = "/users/nobody@contoso.example", dependsOn = new[] { "1" } },
            new { id = "3", method = "POST", url = $"{Amy}/revokeSignInSessions", dependsOn = new[] { "2" } });
        Statuses(reply).ShouldBe([200, 404, 424]);
        simulator.Effects.ShouldBeEmpty();
    }

    [Fact]
    public async Task Batch_PartlySequential_IsRefused()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        (await BatchAsync(
            simulator,
            new { id = "1", method = "GET", url = Amy },
            new { id = "2", method = "GET", url = Amy },
            new { id = "3", method = "GET", url = Amy, dependsOn = new[] { "1" } })).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Call_InsideWithoutWhatItsContractAsks_IsRefusedAlone()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var credentials = $"/directory/deviceLocalCredentials/{simulator.Tenant.Devices.First(device => device is { OperatingSystem: "Windows", IsCompanyOwned: true }).EntraId}";
        var json = new Dictionary<string, string> { ["Content-Type"] = "application/json" };
        var reply = await BatchAsync(
            simulator,
            new { id = "header", method = "GET", url = credentials },
            new { id = "header-given", method = "GET", url = credentials, headers = new Dictionary<string, string> { ["user-agent"] = "tests" } },
            new { id = "type", method = "PATCH", url = Amy, body = new { jobTitle = "Clerk" } },
            new { id = "body", method = "PATCH", url = Amy, headers = json, body = new { nonsense = 1 } },
            new { id = "path", method = "GET", url = "/nonsense" },
            new { id = "beta", method = "POST", url = "/deviceManagement/managedDevices/x/rotateBitLockerKeys" },
            new { id = "batch", method = "POST", url = "/$batch", headers = json, body = new { requests = Array.Empty<object>() } },
            new { id = "well", method = "PATCH", url = Amy, headers = json, body = new { jobTitle = "Clerk" } });
        Statuses(reply).ShouldBe([400, 200, 400, 400, 400, 405, 400, 204]);
        simulator.Effects.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Fault_OnAPath_StrikesInsideABatchToo()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        simulator.Faults.Set(new Fault { Id = "f", System = "graph", Kind = FaultKind.Throttled, Path = "/v1.0/users/*/revokeSignInSessions", Count = 1, Seconds = 7 });
        var reply = await BatchAsync(
            simulator,
            new { id = "1", method = "POST", url = $"{Amy}/revokeSignInSessions" },
            new { id = "2", method = "POST", url = $"{Amy}/revokeSignInSessions" });
        Statuses(reply).ShouldBe([429, 200]);
        var refused = reply.Body!["responses"]![0]!;
        ((string?)refused["headers"]!["Retry-After"]).ShouldBe("7");
        ((string?)refused["body"]!["error"]!["innerError"]!["code"]).ShouldBe("429");
        simulator.Effects.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Call_Inside_LeavesItsOwnIdAtItsEffect()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await BatchAsync(simulator, new { id = "1", method = "POST", url = $"{Amy}/revokeSignInSessions", headers = new Dictionary<string, string> { ["client-request-id"] = "mine" } });
        simulator.Effects.ShouldHaveSingleItem().ClientRequestId.ShouldBe("mine");
    }

    private static Task<Reply> BatchAsync(RunningSimulator simulator, params object[] requests) => simulator.CallAsync("POST", "/$batch", new { requests });

    private static IEnumerable<int> Statuses(Reply reply) => reply.Body!["responses"]!.AsArray().Select(response => (int)response!["status"]!);
}

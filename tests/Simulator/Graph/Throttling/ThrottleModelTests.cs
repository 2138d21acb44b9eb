using System.Globalization;
using System.Net.Http.Json;
using HelpDesk.Simulator.Graph.Throttling;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Simulator.Tests.Graph.Throttling;

/// <summary>The limits of the contract: what counts, when it is full, and in which words that is said.</summary>
public sealed class ThrottleModelTests
{
    private const string Risky = "/identityProtection/riskyUsers";
    private static readonly string Amy = $"/users/{KnownPeople.AmyPoe.Id}";

    [Fact]
    public async Task Model_ByDefault_ThrottlesNobody()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        for (var call = 0; call < 8; call++)
            (await simulator.GetAsync(Risky)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData(ModelSize.Small, 3_500)]
    [InlineData(ModelSize.Medium, 5_000)]
    [InlineData(ModelSize.Large, 8_000)]
    public async Task Units_MoreThanTheTenantHas_AreRefusedUntilTheBucketFills(ModelSize size, int units)
    {
        await using var simulator = await StartAsync(size);
        var model = simulator.Services.GetRequiredService<ThrottleModel>();
        // A list costs 3: fewer calls to fill the bucket.
        for (var used = 0; used + 3 <= units; used += 3)
            model.Figures.Refused.ShouldBe(0, Use(simulator, 1, "/subscribedSkus"));
        var refused = await FullAsync(simulator);

        refused.Code.ShouldBe("TooManyRequests");
        refused.Headers["Retry-After"].ShouldBe("1");
        refused.Headers["x-ms-throttle-scope"].ShouldBe($"Tenant_Application/ReadWrite/{new SimulatorOptions().ClientId}/{SimulatedTenant.Id}");
        refused.Headers["x-ms-throttle-information"].ShouldBe("ResourceUnitLimitExceeded");
        ((string?)refused.Body!["error"]!["innerError"]!["code"]).ShouldBe("429");
        ((string?)refused.Body!["error"]!["innerError"]!["status"]).ShouldBe("429");
        simulator.Time.Advance(TimeSpan.FromSeconds(1));
        (await simulator.GetAsync(Amy)).Status.ShouldBe(200);
        model.Figures.Limits.Single(limit => limit.Limit == "identity-units").Peak.ShouldBeGreaterThanOrEqualTo(1);
    }

    [Fact]
    public async Task Level_Above80Percent_IsReported()
    {
        await using var simulator = await StartAsync(ModelSize.Small);
        (await simulator.GetAsync(Amy)).Headers.ContainsKey("x-ms-throttle-limit-percentage").ShouldBeFalse();
        Use(simulator, 950, "/subscribedSkus");
        var reply = await simulator.GetAsync($"{Amy}?$select=id");
        double.Parse(reply.Headers["x-ms-throttle-limit-percentage"], CultureInfo.InvariantCulture).ShouldBe(2_852 / 3_500.0, 0.01);
        reply.Headers["x-ms-resource-unit"].ShouldBe("1");
    }

    [Theory]
    [InlineData("/subscribedSkus", 3)]
    [InlineData("/subscribedSkus?$select=skuId", 2)]
    [InlineData("/users/{amy}/memberOf?$top=10", 1)]
    [InlineData("/users/{amy}/memberOf?$top=50", 2)]
    [InlineData("/users/{amy}?$select=id", 1)]
    [InlineData("/users/{amy}/authentication/methods", 1)]
    public async Task Units_OfARead_AreThoseOfTheContract(string path, int units)
    {
        await using var simulator = await StartAsync(ModelSize.Small);
        var reply = await simulator.GetAsync(path.Replace("{amy}", KnownPeople.AmyPoe.Id, StringComparison.Ordinal));
        reply.Headers["x-ms-resource-unit"].ShouldBe(units.ToString(CultureInfo.InvariantCulture));
        simulator.Services.GetRequiredService<ThrottleModel>().Figures.Limits.Single(limit => limit.Limit == "identity-units").Used.ShouldBe(units);
    }

    [Fact]
    public async Task Writes_MoreThan3000_AreRefusedAndNothingIsDone()
    {
        await using var simulator = await StartAsync(ModelSize.Large);
        for (var second = 0; second < 3; second++)
        {
            Use(simulator, 1_000, $"{Amy}/revokeSignInSessions", "POST /users/{user-id}/revokeSignInSessions");
            simulator.Time.Advance(TimeSpan.FromSeconds(1.25));
        }

        Use(simulator, 75, $"{Amy}/revokeSignInSessions", "POST /users/{user-id}/revokeSignInSessions");
        var refused = await simulator.CallAsync("POST", $"{Amy}/revokeSignInSessions");
        refused.Status.ShouldBe(429);
        refused.Headers["x-ms-throttle-information"].ShouldBe("WriteLimitExceeded");
        refused.Headers["x-ms-throttle-scope"].ShouldContain("/Write/");
        simulator.Effects.ShouldBeEmpty();
        (await simulator.GetAsync(Amy)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task IdentityProtection_SecondCallInASecond_IsRefusedWithoutAWord()
    {
        await using var simulator = await StartAsync(ModelSize.Large);
        (await simulator.GetAsync(Risky)).Status.ShouldBe(200);
        var refused = await simulator.GetAsync(Risky);
        refused.Status.ShouldBe(429);
        refused.Headers.ContainsKey("Retry-After").ShouldBeFalse();
        refused.Headers.ContainsKey("x-ms-throttle-scope").ShouldBeFalse();
        // The refused one counts too.
        simulator.Time.Advance(TimeSpan.FromSeconds(0.9));
        (await simulator.GetAsync(Risky)).Status.ShouldBe(429);
        simulator.Time.Advance(TimeSpan.FromSeconds(1));
        (await simulator.GetAsync(Risky)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Reporting_SixthCallIn10Seconds_IsRefused()
    {
        await using var simulator = await StartAsync(ModelSize.Large);
        for (var call = 0; call < 5; call++)
            (await simulator.GetAsync("/auditLogs/signIns?$top=1")).Status.ShouldBe(200);
        var refused = await simulator.GetAsync("/auditLogs/signIns?$top=1");
        refused.Status.ShouldBe(429);
        refused.Headers["Retry-After"].ShouldBe("10");
        simulator.Time.Advance(TimeSpan.FromSeconds(10));
        (await simulator.GetAsync("/auditLogs/signIns?$top=1")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Intune_MoreThan200Actions_AreRefusedAndReadsAreNot()
    {
        await using var simulator = await StartAsync(ModelSize.Large);
        var device = $"{OperationCalls.Devices}/{simulator.Tenant.DevicesOf(KnownPeople.AmyPoe.Id)[0].Id}";
        Use(simulator, 200, $"{device}/syncDevice", $"POST {OperationCalls.Device}/syncDevice");
        (await simulator.CallAsync("POST", $"{device}/syncDevice")).Status.ShouldBe(429);
        (await simulator.GetAsync(device)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Apps_TwoOfOneTenant_HaveLimitsOfTheirOwn()
    {
        await using var simulator = await StartAsync(ModelSize.Small);
        await FullAsync(simulator);
        simulator.Use(await simulator.TokenWithAsync("User.Read.All"));
        (await simulator.GetAsync(Amy)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Batch_CallsInside_AreCountedAndRefusedEachForItself()
    {
        await using var simulator = await StartAsync(ModelSize.Small);
        var batch = await simulator.CallAsync("POST", "/$batch", new
        {
            requests = new object[] { new { id = "1", method = "GET", url = Risky }, new { id = "2", method = "GET", url = Risky }, new { id = "3", method = "GET", url = "/auditLogs/signIns?$top=1" } },
        });
        batch.Status.ShouldBe(200);
        batch.Body!["responses"]!.AsArray().Select(response => (int)response!["status"]!).ShouldBe([200, 429, 200]);
        var figures = (await simulator.Http.GetFromJsonAsync<System.Text.Json.Nodes.JsonObject>("/simulator/throttling"))!;
        ((int)figures["requests"]!).ShouldBe(3);
        ((int)figures["refused"]!).ShouldBe(1);
    }

    [Fact]
    public async Task Control_SetAgain_CountsAnew()
    {
        await using var simulator = await StartAsync(ModelSize.Small);
        await FullAsync(simulator);
        (await simulator.Http.PutAsync("/simulator/throttling/Medium", null)).EnsureSuccessStatusCode();
        (await simulator.GetAsync(Amy)).Status.ShouldBe(200);
        (await simulator.Http.PutAsync("/simulator/throttling/None", null)).EnsureSuccessStatusCode();
        simulator.Services.GetRequiredService<ThrottleModel>().Figures.Limits.ShouldBeEmpty();
    }

    private static async Task<RunningSimulator> StartAsync(ModelSize size)
    {
        var simulator = await RunningSimulator.StartAsync();
        (await simulator.Http.PutAsync($"/simulator/throttling/{size}", null)).EnsureSuccessStatusCode();
        return simulator;
    }

    private static async Task<Reply> FullAsync(RunningSimulator simulator)
    {
        for (var call = 0; call < 5_000; call += 50)
        {
            Use(simulator, 50, "/subscribedSkus");
            if (await simulator.GetAsync(Amy) is { Status: 429 } refused)
                return refused;
        }

        throw new TimeoutException("The bucket never gets full.");
    }

    // Counts calls as the pipeline does, without the time that HTTP takes.
    private static string Use(RunningSimulator simulator, int calls, string path, string? operation = null)
    {
        var known = simulator.Services.GetRequiredService<HelpDesk.Simulator.Graph.Contract.GraphContract>().Operations.Single(one => one.Name == (operation ?? $"GET {path}"));
        var model = simulator.Services.GetRequiredService<ThrottleModel>();
        for (var call = 0; call < calls; call++)
            model.Count(known, new(known.Method, path, new Dictionary<string, string>(), new Dictionary<string, string>(), null, [], new SimulatorOptions().ClientId, "", ""));
        return path;
    }
}

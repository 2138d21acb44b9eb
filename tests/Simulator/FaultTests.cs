using System.Net.Http.Json;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Store;
using HelpDesk.Simulator.Tenant;
using HelpDesk.Simulator.Tests.Graph;

namespace HelpDesk.Simulator.Tests;

/// <summary>Faults strike as they were set, and leave the truth of what was done.</summary>
public sealed class FaultTests
{
    private static readonly string Amy = $"/users/{KnownPeople.AmyPoe.Id}";

    [Theory]
    [InlineData(FaultKind.Throttled, 429, 7, true)]
    [InlineData(FaultKind.Throttled, 429, 0, false)]
    [InlineData(FaultKind.ServerError, 500, 7, false)]
    [InlineData(FaultKind.Unavailable, 503, 7, true)]
    [InlineData(FaultKind.Down, 503, 7, false)]
    public async Task Fault_OfStatus_StrikesAsOftenAsToldAndNothingHappens(FaultKind kind, int status, double seconds, bool saysWhen)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        (await simulator.Http.PutAsJsonAsync("/simulator/faults", new { id = "f", system = "graph", kind = kind.ToString(), count = 1, seconds, path = "/v1.0/*" })).EnsureSuccessStatusCode();
        var struck = await simulator.CallAsync("POST", $"{Amy}/revokeSignInSessions");
        struck.Status.ShouldBe(status);
        struck.Headers.ContainsKey("Retry-After").ShouldBe(saysWhen);
        simulator.Effects.ShouldBeEmpty();
        (await simulator.CallAsync("POST", $"{Amy}/revokeSignInSessions")).Status.ShouldBe(200);
        simulator.Effects.ShouldHaveSingleItem().TargetId.ShouldBe(KnownPeople.AmyPoe.Id);
    }

    [Theory]
    [InlineData(FaultKind.DropBefore, 0)]
    [InlineData(FaultKind.DropAfter, 1)]
    public async Task Drop_BeforeOrAfter_DecidesWhetherItHappened(FaultKind kind, int effects)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        simulator.Faults.Set(new Fault { Id = "f", System = "graph", Kind = kind, Method = "POST", Path = "/v1.0/*", Count = 1 });
        await Should.ThrowAsync<HttpRequestException>(() => simulator.CallAsync("POST", $"{Amy}/revokeSignInSessions"));
        simulator.Effects.Count.ShouldBe(effects);
    }

    [Fact]
    public async Task StaleReads_AfterAWrite_ShowTheOldUntilTheLagIsOver()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        simulator.Faults.Set(new Fault { Id = "f", System = "graph", Kind = FaultKind.StaleReads, Seconds = 30 });
        await simulator.CallAsync("POST", $"/groups/{KnownGroups.Vpn}/members/$ref", OperationCalls.Reference(KnownPeople.AmyPoe.Id));
        (await IsMemberAsync()).ShouldBeFalse();
        simulator.Time.Advance(TimeSpan.FromSeconds(31));
        (await IsMemberAsync()).ShouldBeTrue();

        async Task<bool> IsMemberAsync() => (await simulator.GetAsync($"{Amy}/memberOf")).Items.Any(group => (string?)group["id"] == KnownGroups.Vpn);
    }

    [Fact]
    public async Task Fault_OfAnotherSystemOrSwitchedOff_DoesNotStrike()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        simulator.Faults.Set(new Fault { Id = "jira", System = "jira", Kind = FaultKind.Down });
        (await simulator.GetAsync(Amy)).Status.ShouldBe(200);
        simulator.Faults.Set(new Fault { Id = "graph", System = "graph", Kind = FaultKind.Down });
        (await simulator.GetAsync(Amy)).Status.ShouldBe(503);
        (await simulator.Http.DeleteAsync("/simulator/faults")).EnsureSuccessStatusCode();
        (await simulator.GetAsync(Amy)).Status.ShouldBe(200);
    }

    [Fact]
    public void Chance_SameSeed_StrikesTheSameCalls()
    {
        Strikes().ShouldBe(Strikes());
        Strikes().Count(struck => struck).ShouldBeInRange(20, 80);

        static List<bool> Strikes()
        {
            using var store = new SimulatorStore(null);
            var faults = new Faults(store);
            faults.Set(new Fault { Id = "f", System = "graph", Kind = FaultKind.ServerError, Probability = 0.5 });
            return [.. Enumerable.Range(0, 100).Select(_ => faults.Strike("graph", "GET", "/v1.0/users", _ => true).Count > 0)];
        }
    }
}

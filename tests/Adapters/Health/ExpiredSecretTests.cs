using HelpDesk.Adapters.Tests.Graph.Harness;
using HelpDesk.Adapters.Tests.Ticketing;
using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Adapters.Tests.Health;

/// <summary>A secret in the vault that ran out or was replaced, against systems that really check it.</summary>
public sealed class ExpiredSecretTests
{
    [Theory]
    [InlineData("servicenow", "ServiceNow:ClientSecret", "servicenow-client-secret")]
    [InlineData("jira", "Jira:ApiToken", "jira-api-token")]
    public async Task Secret_ThatIsNoLongerGood_IsToldWithTheSettingAndTheVaultsName(string system, string setting, string vaultSecret)
    {
        using var log = new MemoryLog();
        using var logging = LoggerFactory.Create(builder => builder.AddProvider(log));
        await using var good = await SimulatedSystems.StartAsync();
        await using var expired = await SimulatedSystems.StartAsync(new Dictionary<string, string?> { [setting] = "a secret of last year" });

        (await LookAsync(good, system, logging)).State.ShouldBe(HealthState.Healthy);
        var entry = await LookAsync(expired, system, logging);

        entry.State.ShouldBe(HealthState.Degraded, "tickets are taken in and wait");
        entry.Advice.ShouldNotBeNull().ShouldSatisfyAllConditions(advice => advice.ShouldContain(setting), advice => advice.ShouldContain(vaultSecret), advice => advice.ShouldNotContain("last year"));
        log.All.ShouldContain(vaultSecret);
    }

    private static async Task<HealthEntry> LookAsync(SimulatedSystems systems, string system, ILoggerFactory logging)
    {
        // The clock stands: on a slow machine a good answer is as good.
        using var board = new HealthOverview(systems.Probes, new DependencyNotes(TimeProvider.System), new FakeTimeProvider(), logging.CreateLogger<HealthOverview>());
        return (await board.ReadAsync(default)).Entries.Single(entry => entry.Name == system);
    }
}

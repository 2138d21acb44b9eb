using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.EndToEnd.Tests.Scenarios;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Kills;

/// <summary>The process is killed the hard way while a step runs that an operator had done: it ends read back, and its effect happened once.</summary>
public sealed class ActionKillTests : IAsyncLifetime
{
    private const string Sync = "POST /deviceManagement/managedDevices/{managedDevice-id}/syncDevice";

    private readonly KilledHelpDesk _killed = new();

    private HelpDeskClient Client => _killed.Client;

    public Task InitializeAsync() => _killed.InitializeAsync();

    public Task DisposeAsync() => _killed.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_BeforeOrAfterTheEffect_TheStepIsDoneOnceAndReadBack(bool afterEffect)
    {
        var subject = KnownPeople.WithTwoDevices;
        var device = new SimulatedTenant().DevicesOf(subject.Id)[0];
        var caseId = await ActionTests.ToAPersonAsync(Client, subject);
        string shown;
        using (var presser = await Visitor.SignInAsync(Client, KnownPeople.ItManager))
        {
            (_, shown) = await presser.OpenAsync($"/cases/{caseId}");
            if (!afterEffect)
                await Client.FaultAsync(new { id = "slow", system = "graph", kind = "Latency", seconds = 5 });
            await presser.SendAsync(shown, $"/cases/{caseId}/action", ("step", "sync"), ("device", device.Id), ("number", "1"));
        }

        if (afterEffect)
            await Eventually.Get(async () => await Client.EffectsOnAsync(device.Id), static effects => effects.Count > 0, "the effect");
        await _killed.KillAsync();
        await _killed.StartAgainAsync();
        await Client.NoFaultsAsync();
        using (var again = await Visitor.SignInAsync(Client, KnownPeople.ItManager))
            await again.PressAsync($"/cases/{caseId}", $"/cases/{caseId}/action", ("step", "sync"), ("device", device.Id), ("number", "1"));

        var action = (await Client.UntilAsync(caseId, record => record.Actions.Count > 0)).Actions.ShouldHaveSingleItem();
        var done = await Client.UntilAsync(action, record => record.ClosedAt is not null);
        done.ShouldSatisfyAllConditions(() => done.State.ShouldBe(CaseState.Resolved, done.Reason), () => done.Verified.ShouldBeTrue());
        (await Client.EffectsOnAsync(device.Id)).ShouldBe([Sync]);
        var (exitCode, output) = await _killed.VerifyAuditAsync();
        exitCode.ShouldBe(0, output);
    }
}

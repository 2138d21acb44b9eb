using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Flows.Bulk.Reading;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.EndToEnd.Tests.Bulk;

/// <summary>New keys and passwords for devices on a list, over endpoints that Microsoft calls beta: only where an owner switched them on.</summary>
public sealed class BulkRotationTests
{
    private static readonly SimulatedTenant Tenant = new();

    [Theory]
    [InlineData("bulk-rotate-bitlocker-keys", "rotateBitLockerKeys")]
    [InlineData("bulk-rotate-local-admin-passwords", "rotateLocalAdminPassword")]
    public async Task Beta_SwitchedOn_EveryComputerIsRotatedOnceAndReadBack(string runbook, string action)
    {
        await using var host = await HelpDeskHost.StartAsync("Graph:UseBetaEndpoints=true");
        var client = host.Client;
        var owners = Runs.OwnersOfOneComputer(6);
        using var starter = await Visitor.SignInAsync(client, KnownPeople.ItManager);
        var caseId = await Runs.StartAsync(client, starter, string.Join('\n', owners.Select(person => person.Mail)), runbook);
        await Runs.ApproveAsync(host, starter, caseId);

        var run = await Runs.UntilAsync(client, caseId, run => run.Phase == BulkPhase.Ended);

        run.End.ShouldNotBeNull().All.ShouldBe(new BulkTally(Done: 6), run.End.Why);
        foreach (var owner in owners)
            (await client.EffectsOnAsync(Tenant.DevicesOf(owner.Id).Single().Id)).Count(effect => effect.EndsWith(action, StringComparison.Ordinal)).ShouldBe(1);
        await host.AuditShouldHoldAsync();
    }

    [Fact]
    public async Task Beta_SwitchedOff_EveryLineIsRefusedWithTheSetting()
    {
        await using var host = await HelpDeskHost.StartAsync();
        var client = host.Client;
        using var starter = await Visitor.SignInAsync(client, KnownPeople.ItManager);
        var caseId = await Runs.StartAsync(client, starter, string.Join('\n', Runs.OwnersOfOneComputer(3).Select(person => person.Id)), "bulk-rotate-bitlocker-keys");

        var run = await Runs.UntilAsync(client, caseId, run => run.Phase == BulkPhase.Ended);

        (run.Targets, run.RefusedCount).ShouldBe((0, 3));
        var contexts = new CaseContext(client.Records.GetRequiredService<IRecordStore>());
        var refused = (await contexts.GetAsync<BulkPart>(run.Refused.ShouldHaveSingleItem(), default)).Lines;
        refused.ShouldAllBe(line => line.Refusal == BulkRefusal.NotPossible && line.Reason!.Contains("Graph:UseBetaEndpoints is off", StringComparison.Ordinal));
        (await starter.OpenAsync($"/bulk/{caseId}")).Body.ShouldContain("Graph:UseBetaEndpoints");
        (await client.GraphEffectsAsync()).ShouldBeEmpty();
    }
}

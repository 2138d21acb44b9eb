using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.EndToEnd.Tests.Scenarios;

public sealed class DeliveryTests : IAsyncLifetime
{
    private static readonly SimulatedTenant Tenant = new();

    private HelpDeskHost _host = null!;

    private HelpDeskClient Client => _host.Client;

    public async Task InitializeAsync() => _host = await HelpDeskHost.StartAsync("Intake:ReconcileEvery=00:00:10");

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("servicenow")]
    [InlineData("jira")]
    public async Task Webhooks_Duplicated_OneCaseOneEffect(string system)
    {
        await SwitchAsync(new { duplicate = true });

        var done = await SyncAsync(system, KnownPeople.SecondItManager);

        await ShouldBeDoneOnceAsync(done, KnownPeople.SecondItManager);
        await SwitchAsync(new { duplicate = false });
    }

    [Fact]
    public async Task Webhooks_UpdateBeforeInsert_OneCaseOneEffect()
    {
        await SwitchAsync(new { reorder = true });
        var caseId = await FileSyncAsync("servicenow", KnownPeople.SecondItManager);
        await Client.CommentAsync(caseId, "It still says last week.");
        await SwitchAsync(new { reorder = false });

        await ShouldBeDoneOnceAsync(await Client.UntilAtRestAsync(caseId), KnownPeople.SecondItManager);
    }

    [Fact]
    public async Task Webhooks_RepeatedByTheSenderLater_AreKnownAndStartNothing()
    {
        var done = await SyncAsync("servicenow", KnownPeople.SecondItManager);
        var insert = string.Create(
            CultureInfo.InvariantCulture, $$"""{"event":"insert","table":"incident","sys_id":"{{done.Ticket.ExternalId}}","sys_mod_count":"0","number":"{{done.Ticket.Number}}"}""");

        for (var time = 1; time <= 5; time++)
        {
            using var request = Signed.ServiceNow(insert);
            using var answer = await Client.Product.SendAsync(request);
            answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        }

        await ShouldBeDoneOnceAsync(await Client.UntilAtRestAsync(done.CaseId), KnownPeople.SecondItManager);
    }

    [Theory]
    [InlineData("servicenow")]
    [InlineData("jira")]
    public async Task Webhooks_Lost_TheTicketIsFoundByAskingItsSystem(string system)
    {
        await SwitchAsync(new { lose = true });

        var done = await SyncAsync(system, KnownPeople.SecondItManager);

        await ShouldBeDoneOnceAsync(done, KnownPeople.SecondItManager);
    }

    private async Task SwitchAsync(object switches) =>
        (await Client.Simulator.PutAsJsonAsync("/simulator/tickets/webhooks", switches)).EnsureSuccessStatusCode();

    private Task<string> FileSyncAsync(string system, SimulatedPerson subject) => Client.FileAsync(
        system, subject.UserPrincipalName, "Laptop does not sync", "My laptop has not synced with Intune for days, the Company Portal says last sync was last week. Could you trigger a sync?");

    private async Task<CaseRecord> SyncAsync(string system, SimulatedPerson subject) => await Client.UntilAtRestAsync(await FileSyncAsync(system, subject));

    private async Task ShouldBeDoneOnceAsync(CaseRecord done, SimulatedPerson subject)
    {
        (done.State, done.Path).ShouldBe((CaseState.Resolved, CasePath.Automatic), done.Reason);
        var device = Tenant.DevicesOf(subject.Id).Single();
        (await Client.GraphEffectsAsync()).ShouldBe([$"POST /deviceManagement/managedDevices/{{managedDevice-id}}/syncDevice on {device.Id}"]);
        (await Client.OurCommentsAsync(done.CaseId)).Count.ShouldBe(1);
        List<string> cases = [];
        await foreach (var record in _host.Services.GetRequiredService<CaseStore>().ListAsync(default))
            cases.Add(record.CaseId);
        cases.ShouldBe([done.CaseId]);
    }
}

using System.Net;
using System.Text.Json;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Scenarios;

/// <summary>A bad day of outside systems: health says what to change, tickets wait, none is lost.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task Graph_IsDown_DegradedAndTheTicketWaitsUntilItIsBack()
    {
        await using var host = await HelpDeskHost.StartAsync();
        await host.Client.FaultAsync(new { id = "f", system = "graph", kind = "Down" });

        var (status, graph) = await LookAsync(host, "graph");
        var caseId = await host.Client.FileAsync(
            "servicenow", KnownPeople.WithoutDevice.UserPrincipalName, "I clicked a phishing link",
            "I entered my password on a fake sign-in page and now there are sign-ins from another country. My account is compromised.");
        var waiting = await host.Client.UntilAsync(caseId, record => record.State == CaseState.Working);

        status.ShouldBe(HttpStatusCode.OK, "webhooks are still accepted");
        graph.GetProperty("state").GetString().ShouldBe("degraded");
        graph.GetProperty("advice").GetString()!.ShouldContain("tickets wait");
        waiting.ClosedAt.ShouldBeNull();
        await host.Client.NoFaultsAsync();
        (await host.Client.UntilAtRestAsync(caseId)).State.ShouldBe(CaseState.WaitingForApproval);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Entry)> LookAsync(HelpDeskHost host, string name)
    {
        using var response = await host.Client.Product.GetAsync(new Uri("/api/health/ready", UriKind.Relative));
        using var report = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return (response.StatusCode, report.RootElement.GetProperty("checks").EnumerateArray().Single(entry => entry.GetProperty("name").GetString() == name).Clone());
    }
}

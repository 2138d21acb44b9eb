using System.Net;
using System.Text;
using HelpDesk.Simulator.Graph.Parts;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Simulator.Tests.Pages;

/// <summary>The page of Multi Admin Approval protects actions and decides requests.</summary>
public sealed class DeviceApprovalPageTests
{
    private const string Place = "/second-administrator";
    private const string Hostile = "<script>alert(1)</script>";

    [Theory]
    [InlineData("approve", "approved", ">Approved<")]
    [InlineData("reject", "rejected", ">Rejected<")]
    public async Task Request_Decided_ShowsTheDecision(string decision, string status, string shown)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        using var switched = await OwnForm.PostAsync(simulator, $"{Place}/protect", ("action", "retire"), ("on", "true"));
        switched.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await simulator.Http.GetStringAsync(Place)).ShouldContain("aria-pressed=\"true\">retire<");
        var device = simulator.Tenant.DevicesOf(KnownPeople.AmyPoe.Id)[0];
        var asked = await simulator.CallAsync(
            "POST", $"{Graph.OperationCalls.Devices}/{device.Id}/retire", headers: [(DeviceApprovals.Justification, Convert.ToBase64String(Encoding.UTF8.GetBytes(Hostile)))]);
        var code = asked.Headers[DeviceApprovals.Code];
        var waiting = await simulator.Http.GetStringAsync(Place);
        waiting.ShouldContain($"action=\"{Place}/{code}\"");
        waiting.ShouldNotContain("<script");

        using var decided = await OwnForm.PostAsync(simulator, $"{Place}/{code}", ("decision", decision));

        decided.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        ((string?)simulator.Services.GetRequiredService<DeviceApprovals>().Find(code)!["status"]).ShouldBe(status);
        (await simulator.Http.GetStringAsync(Place)).ShouldContain(shown);
        using var again = await OwnForm.PostAsync(simulator, $"{Place}/{code}", ("decision", decision));
        again.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Protection_UnknownAction_IsRefused()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        using var response = await OwnForm.PostAsync(simulator, $"{Place}/protect", ("action", "fly"), ("on", "true"));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        simulator.Services.GetRequiredService<DeviceApprovals>().Protected.ShouldBeEmpty();
    }
}

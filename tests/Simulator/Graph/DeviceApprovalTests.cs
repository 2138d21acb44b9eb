using System.Text;
using HelpDesk.Simulator.Graph.Parts;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Simulator.Tests.Graph;

/// <summary>Intune's Multi-Admin Approval as the stand-in plays it (docs/decisions/0021).</summary>
public sealed class DeviceApprovalTests
{
    private static readonly string Justification = Convert.ToBase64String(Encoding.UTF8.GetBytes("Because."));

    [Fact]
    public async Task ProtectedAction_TheWholeWay_IsDoneOnlyAfterTheSecondAdministrator()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var (path, approvals) = Protect(simulator);

        (await simulator.CallAsync("POST", path)).Status.ShouldBe(400);
        (await simulator.CallAsync("POST", path, headers: [(DeviceApprovals.Justification, "not base64!")])).Status.ShouldBe(400);
        (await simulator.CallAsync("POST", path, headers: [(DeviceApprovals.Justification, Convert.ToBase64String(new byte[1100]))])).Status.ShouldBe(400);
        var asked = await simulator.CallAsync("POST", path, headers: [(DeviceApprovals.Justification, Justification)]);
        asked.Status.ShouldBe(412);
        var code = asked.Headers[DeviceApprovals.Code];
        (await simulator.CallAsync("POST", path, headers: [(DeviceApprovals.Justification, Justification)])).Status.ShouldBe(409);
        (await simulator.CallAsync("POST", path, headers: [(DeviceApprovals.Code, code)])).Status.ShouldBe(412);
        simulator.Effects.ShouldBeEmpty();

        approvals.Decide(code, isApproved: true).ShouldBeTrue();
        (await simulator.CallAsync("POST", path.Replace("/retire", "/syncDevice", StringComparison.Ordinal))).Status.ShouldBe(204);
        (await simulator.CallAsync("POST", path, headers: [(DeviceApprovals.Code, code)])).Status.ShouldBe(204);

        ((string?)(await simulator.CallAsync("GET", $"/deviceManagement/operationApprovalRequests/{code}", version: "beta")).Body!["status"]).ShouldBe("completed");
        (await simulator.CallAsync("POST", path, headers: [(DeviceApprovals.Code, code)])).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Request_NobodyDecides_RunsOutAfterThreeDays()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var (path, approvals) = Protect(simulator);
        var code = (await simulator.CallAsync("POST", path, headers: [(DeviceApprovals.Justification, Justification)])).Headers[DeviceApprovals.Code];

        simulator.Time.Advance(TimeSpan.FromDays(3));

        ((string?)approvals.Find(code)!["status"]).ShouldBe("expired");
        approvals.Decide(code, isApproved: true).ShouldBeFalse();
    }

    [Fact]
    public async Task Request_OnV1_IsNotThere()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        (await simulator.CallAsync("GET", "/deviceManagement/operationApprovalRequests")).Status.ShouldBeInRange(400, 405);
    }

    private static (string Path, DeviceApprovals Approvals) Protect(RunningSimulator simulator)
    {
        var approvals = simulator.Services.GetRequiredService<DeviceApprovals>();
        approvals.Protect(["retire"]).ShouldBeTrue();
        approvals.Protect(["fly"]).ShouldBeFalse();
        return ($"{OperationCalls.Devices}/{simulator.Tenant.DevicesOf(KnownPeople.AmyPoe.Id)[0].Id}/retire", approvals);
    }
}

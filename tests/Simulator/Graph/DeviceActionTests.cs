using System.Text.Json.Nodes;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Tests.Graph;

/// <summary>Device actions are accepted first and done later.</summary>
public sealed class DeviceActionTests
{
    [Fact]
    public async Task Action_AfterTheDelay_IsDoneAndTheDeviceHasReported()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var path = PathOf(AmysLaptop(simulator));
        (await simulator.CallAsync("POST", $"{path}/syncDevice")).Status.ShouldBe(204);
        (await StateAsync(simulator, path)).ShouldBe("pending");
        simulator.Time.Advance(TimeSpan.FromSeconds(2));
        (await StateAsync(simulator, path)).ShouldBe("done");
    }

    [Fact]
    public async Task Action_OnADeviceThatIsOff_StaysPending()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var path = PathOf(simulator.Tenant.Devices.First(device => !device.IsOnline));
        await simulator.CallAsync("POST", $"{path}/syncDevice");
        simulator.Time.Advance(TimeSpan.FromMinutes(50));
        (await StateAsync(simulator, path)).ShouldBe("pending");
    }

    [Fact]
    public async Task Wipe_Done_TakesTheDeviceOutOfIntune()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var path = PathOf(AmysLaptop(simulator));
        (await simulator.CallAsync("POST", $"{path}/wipe", new { keepUserData = false })).Status.ShouldBe(204);
        ((string?)(await simulator.GetAsync(path)).Body!["managementState"]).ShouldBe("wipePending");
        simulator.Time.Advance(TimeSpan.FromSeconds(2));
        ((string?)(await simulator.GetAsync(path)).Body!["managementState"]).ShouldBe("wipeIssued");
        simulator.Time.Advance(TimeSpan.FromMinutes(3));
        (await simulator.GetAsync(path)).Status.ShouldBe(404);
        (await simulator.GetAsync($"/users/{KnownPeople.AmyPoe.Id}/managedDevices")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Action_OnAnotherPlatform_IsRefused()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        (await simulator.CallAsync("POST", $"{PathOf(AmysLaptop(simulator))}/remoteLock")).Status.ShouldBe(400);
        simulator.Effects.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Android", "resetPasscode", "#microsoft.graph.resetPasscodeActionResult", "passcode")]
    [InlineData("Windows", "locateDevice", "#microsoft.graph.locateDeviceActionResult", "deviceLocation")]
    [InlineData("macOS", "remoteLock", "#microsoft.graph.remoteLockActionResult", "unlockPin")]
    public async Task Action_Done_LeavesItsOwnKindOfResult(string system, string action, string type, string property)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var path = PathOf(simulator.Tenant.Devices.First(device => device.OperatingSystem == system && device is { IsOnline: true, IsCompanyOwned: true }));
        (await simulator.CallAsync("POST", $"{path}/{action}")).Status.ShouldBe(204);
        ((await simulator.GetAsync(path)).Body!["deviceActionResults"]![0]![property]).ShouldBeNull();

        simulator.Time.Advance(TimeSpan.FromSeconds(2));

        var result = (await simulator.GetAsync(path)).Body!["deviceActionResults"]![0]!;
        ((string?)result["@odata.type"]).ShouldBe(type);
        result[property].ShouldNotBeNull();
    }

    [Fact]
    public async Task ResetPasscode_OfAnIPhone_GivesNoCode()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var path = PathOf(simulator.Tenant.Devices.First(device => device is { OperatingSystem: "iOS", IsOnline: true }));
        await simulator.CallAsync("POST", $"{path}/resetPasscode");
        simulator.Time.Advance(TimeSpan.FromSeconds(2));

        ((await simulator.GetAsync(path)).Body!["deviceActionResults"]![0]!["passcode"]).ShouldBeNull();
    }

    [Fact]
    public async Task Wipe_WhileOneIsPending_Is409()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var path = PathOf(AmysLaptop(simulator));
        (await simulator.CallAsync("POST", $"{path}/wipe", new { keepUserData = false })).Status.ShouldBe(204);

        (await simulator.CallAsync("POST", $"{path}/wipe", new { keepUserData = true })).Status.ShouldBe(409);
        simulator.Effects.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Wipe_ThatKeepsTheEnrolment_LeavesTheDeviceInIntune()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var path = PathOf(AmysLaptop(simulator));
        await simulator.CallAsync("POST", $"{path}/wipe", new { keepEnrollmentData = true });

        simulator.Time.Advance(TimeSpan.FromMinutes(10));

        ((string?)(await simulator.GetAsync(path)).Body!["managementState"]).ShouldBe("managed");
    }

    [Theory]
    [InlineData("disableLostMode")]
    [InlineData("bypassActivationLock")]
    [InlineData("shutDown")]
    public async Task Action_OnAPhoneThatIsNotSupervised_Is400(string action)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var path = PathOf(simulator.Tenant.Devices.First(device => device is { OperatingSystem: "iOS", IsCompanyOwned: false }));

        (await simulator.CallAsync("POST", $"{path}/{action}")).Status.ShouldBe(400);
    }

    [Theory]
    [InlineData(FaultKind.ActionFails, "failed")]
    [InlineData(FaultKind.ActionNotSupported, "notSupported")]
    [InlineData(FaultKind.ActionStaysPending, "pending")]
    public async Task Action_UnderAFault_EndsAsTold(FaultKind kind, string state)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        simulator.Faults.Set(new Fault { Id = "f", System = "graph", Kind = kind, Count = 1 });
        var path = PathOf(AmysLaptop(simulator));
        await simulator.CallAsync("POST", $"{path}/syncDevice");
        simulator.Time.Advance(TimeSpan.FromMinutes(1));
        (await StateAsync(simulator, path)).ShouldBe(state);
    }

    private static SimulatedDevice AmysLaptop(RunningSimulator simulator) => simulator.Tenant.DevicesOf(KnownPeople.AmyPoe.Id)[0];

    private static string PathOf(SimulatedDevice device) => $"{OperationCalls.Devices}/{device.Id}";

    private static async Task<string?> StateAsync(RunningSimulator simulator, string path) =>
        (string?)((await simulator.GetAsync(path)).Body!["deviceActionResults"] as JsonArray)!.ShouldHaveSingleItem()!["actionState"];
}

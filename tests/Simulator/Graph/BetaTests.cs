using System.Text;
using System.Text.Json.Nodes;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Tests.Graph;

/// <summary>What only beta has: refused on v1.0, served on /beta; and nothing else on /beta.</summary>
public sealed class BetaTests
{
    [Theory]
    [InlineData("rotateBitLockerKeys")]
    [InlineData("rotateLocalAdminPassword")]
    public async Task BetaAction_OnV1_Is405AndOnBetaIsDone(string action)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var device = simulator.Tenant.DevicesOf(KnownPeople.AmyPoe.Id)[0];
        var path = $"{OperationCalls.Devices}/{device.Id}";

        var refused = await simulator.CallAsync("POST", $"{path}/{action}");
        refused.Status.ShouldBe(405);
        refused.Code.ShouldBe("Request_BadRequest");
        simulator.Effects.ShouldBeEmpty();

        (await simulator.CallAsync("POST", $"{path}/{action}", version: "beta")).Status.ShouldBe(204);
        simulator.Time.Advance(TimeSpan.FromSeconds(2));
        var result = ((await simulator.GetAsync(path)).Body!["deviceActionResults"] as JsonArray)!.ShouldHaveSingleItem()!;
        ((string?)result["actionName"], (string?)result["actionState"]).ShouldBe((action, "done"));
    }

    [Fact]
    public async Task OperationOfV1_OnBeta_IsNotSimulated()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        (await simulator.CallAsync("GET", $"/users/{KnownPeople.AmyPoe.Id}", version: "beta")).Status.ShouldBeInRange(400, 405);
    }

    [Fact]
    public async Task Rotation_Done_GivesANewKeyAndANewPassword()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var device = simulator.Tenant.DevicesOf(KnownPeople.AmyPoe.Id)[0];
        var before = await SecretsAsync(simulator, device);

        await simulator.CallAsync("POST", $"{OperationCalls.Devices}/{device.Id}/rotateBitLockerKeys", version: "beta");
        await simulator.CallAsync("POST", $"{OperationCalls.Devices}/{device.Id}/rotateLocalAdminPassword", version: "beta");
        simulator.Time.Advance(TimeSpan.FromSeconds(2));
        var after = await SecretsAsync(simulator, device);

        after.Key.ShouldNotBe(before.Key);
        after.Key.Length.ShouldBe(55);
        after.Password.ShouldNotBe(before.Password);
    }

    [Fact]
    public async Task RecoveryKey_WithBasicPermissionOnly_IsListedAndNotShown()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var device = simulator.Tenant.DevicesOf(KnownPeople.AmyPoe.Id)[0];
        simulator.Use(await simulator.TokenWithAsync("BitlockerKey.ReadBasic.All"));

        var list = await simulator.CallAsync("GET", $"/informationProtection/bitlocker/recoveryKeys?$filter=deviceId eq '{device.EntraId}'");
        var key = list.Items.ShouldHaveSingleItem()!;
        key["key"].ShouldBeNull();

        (await simulator.CallAsync("GET", $"/informationProtection/bitlocker/recoveryKeys/{key["id"]}?$select=key")).Status.ShouldBe(403);
        (await simulator.CallAsync("GET", $"/informationProtection/bitlocker/recoveryKeys/{key["id"]}")).Body!["value"]!["key"].ShouldBeNull();
    }

    private static async Task<(string Key, string Password)> SecretsAsync(RunningSimulator simulator, SimulatedDevice device)
    {
        var id = (await simulator.CallAsync("GET", $"/informationProtection/bitlocker/recoveryKeys?$filter=deviceId eq '{device.EntraId}'")).Items.ShouldHaveSingleItem()!["id"];
        var key = (string)(await simulator.CallAsync("GET", $"/informationProtection/bitlocker/recoveryKeys/{id}?$select=key")).Body!["value"]!["key"]!;
        var entry = await simulator.CallAsync("GET", $"/directory/deviceLocalCredentials/{device.EntraId}?$select=credentials");
        return (key, Encoding.Unicode.GetString(Convert.FromBase64String((string)entry.Body!["credentials"]![0]!["passwordBase64"]!)));
    }
}

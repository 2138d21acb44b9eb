using System.Text.Json.Nodes;
using HelpDesk.Simulator.Graph.Contract;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Simulator.Tests.Graph;

/// <summary>Every operation answers as its contract says.</summary>
public sealed class ConformanceTests
{
    private const string ResetPassword = "POST /users/{user-id}/authentication/methods/{authenticationMethod-id}/resetPassword";

    [Fact]
    public async Task EveryOperation_CalledWell_AnswersItsSuccessSchema()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var contract = simulator.Services.GetRequiredService<GraphContract>();
        var check = new SchemaCheck(contract, allowOpenTypes: true);
        var calls = OperationCalls.All(simulator.Tenant);
        calls.Select(call => call.Operation).Append(ResetPassword).Order().ShouldBe(contract.Operations.Select(operation => operation.Name).Order());

        var pass = "";
        foreach (var call in calls)
        {
            var operation = contract.Operations.Single(known => known.Name == call.Operation);
            var reply = await simulator.CallAsync(call.Method, call.Path.Replace("{pass}", pass, StringComparison.Ordinal), call.Body);
            reply.Status.ShouldBe(operation.SuccessStatus, $"{call.Operation}: {reply.Body}");
            reply.Headers.ContainsKey("request-id").ShouldBeTrue(call.Operation);
            reply.Headers.ContainsKey("client-request-id").ShouldBeTrue(call.Operation);
            if (operation.SuccessSchema is { } schema)
                check.Fault(reply.Body.ShouldNotBeNull(), schema).ShouldBeNull(call.Operation);
            else
                reply.Body.ShouldBeNull(call.Operation);
            if (reply.Body?["temporaryAccessPass"] is not null)
                pass = (string)reply.Body["id"]!;
        }
    }

    [Fact]
    public void SchemaCheck_WrongAnswer_IsSeen()
    {
        var contract = new GraphContract();
        var schema = contract.Operations.Single(operation => operation.Name == "GET /users/{user-id}").SuccessSchema!;
        new SchemaCheck(contract, allowOpenTypes: true).Fault(new JsonObject { ["accountEnabled"] = "yes" }, schema).ShouldNotBeNull();
    }

    [Fact]
    public async Task EveryOperation_WithoutAnyPermission_IsDenied()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        simulator.Use(await simulator.TokenWithAsync("Nothing.Read.All"));
        foreach (var call in OperationCalls.All(simulator.Tenant).Where(call => call.Operation != "POST /$batch"))
        {
            var reply = await simulator.CallAsync(call.Method, call.Path, call.Body);
            reply.Status.ShouldBe(403, call.Operation);
            reply.Code.ShouldBe("Authorization_RequestDenied", call.Operation);
            ((string?)reply.Body!["error"]!["innerError"]!["request-id"]).ShouldBe(reply.Headers["request-id"]);
        }

        simulator.Effects.ShouldBeEmpty();
    }

    [Fact]
    public async Task ResetPassword_AsApplication_IsDenied()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var reply = await simulator.CallAsync("POST", $"/users/{Tenant.KnownPeople.AmyPoe.Id}/authentication/methods/28c10230-6103-485e-b985-444c60001490/resetPassword", new { });
        reply.Status.ShouldBe(403);
    }

    [Theory]
    [InlineData("GET", "/users/{amy}?$select=accountEnabled", "User.Read.All")]
    [InlineData("POST", "/users/{amy}/revokeSignInSessions", "User.RevokeSessions.All")]
    [InlineData("GET", "/users/{amy}/manager", "User.Read.All")]
    [InlineData("GET", "/users/{amy}/memberOf", "Directory.Read.All")]
    [InlineData("GET", "/groups/11111111-0000-4000-8000-000000000010", "GroupMember.Read.All")]
    [InlineData("GET", "/subscribedSkus", "LicenseAssignment.Read.All")]
    [InlineData("GET", "/users/{amy}/authentication/methods", "UserAuthenticationMethod.Read.All")]
    public async Task Operation_WithItsLeastPermissionOnly_IsAllowed(string method, string path, string permission)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        simulator.Use(await simulator.TokenWithAsync(permission));
        (await simulator.CallAsync(method, path.Replace("{amy}", Tenant.KnownPeople.AmyPoe.Id, StringComparison.Ordinal))).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("DeviceManagementManagedDevices.ReadWrite.All", "wipe", 403)]
    [InlineData("DeviceManagementManagedDevices.PrivilegedOperations.All", "wipe", 204)]
    [InlineData("DeviceManagementManagedDevices.PrivilegedOperations.All", "locateDevice", 403)]
    [InlineData("DeviceManagementManagedDevices.ReadWrite.All", "locateDevice", 204)]
    public async Task Permission_WhereSourcesDisagree_ReferencePageDecides(string permission, string action, int status)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        simulator.Use(await simulator.TokenWithAsync(permission));
        var device = simulator.Tenant.DevicesOf(Tenant.KnownPeople.AmyPoe.Id)[0];
        (await simulator.CallAsync("POST", $"{OperationCalls.Devices}/{device.Id}/{action}", action == "wipe" ? new { } : null)).Status.ShouldBe(status);
    }
}

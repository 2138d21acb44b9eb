using HelpDesk.Simulator.Graph.Calls;
using HelpDesk.Simulator.Graph.Contract;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Simulator.Tests.Graph;

/// <summary>For every operation: its least permission alone is enough, and all the others together are not.</summary>
public sealed class LeastPermissionTests
{
    private const string Privileged = "DeviceManagementManagedDevices.PrivilegedOperations.All";
    private const string ReadWriteDevices = "DeviceManagementManagedDevices.ReadWrite.All";

    [Fact]
    public async Task EveryOperation_LeastPermissionAlone_PassesAndAllOthersTogetherDoNot()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var contract = simulator.Services.GetRequiredService<GraphContract>();
        var calls = OperationCalls.All(simulator.Tenant).Where(call => call.Operation != "POST /$batch").ToList();
        var all = calls.Select(call => Least(call.Operation)).Distinct().ToList();
        var pass = "";
        foreach (var call in calls)
        {
            var operation = contract.Operations.Single(known => known.Name == call.Operation);
            var path = call.Path.Replace("{pass}", pass, StringComparison.Ordinal);
            // More than one permission can be enough; none of those may be among the others.
            var others = all.Except(call.Method == "PATCH" ? [Least(call.Operation)] : PermissionCheck.Enough(operation)).ToArray();
            others.ShouldNotContain(Least(call.Operation));
            simulator.Use(await simulator.TokenWithAsync(others));
            (await simulator.CallAsync(call.Method, path, call.Body)).Status.ShouldBe(403, call.Operation);
            simulator.Use(await simulator.TokenWithAsync(Least(call.Operation)));
            var reply = await simulator.CallAsync(call.Method, path, call.Body);
            reply.Status.ShouldBe(operation.SuccessStatus, $"{call.Operation}: {reply.Body}");
            if (reply.Body?["temporaryAccessPass"] is not null)
                pass = (string)reply.Body["id"]!;
        }
    }

    [Theory]
    [InlineData("{\"accountEnabled\":false}", "User.EnableDisableAccount.All", "User.Read.All")]
    [InlineData("{\"passwordProfile\":{\"password\":\"Abc-12345678\"}}", "User-PasswordProfile.ReadWrite.All", null)]
    [InlineData("{\"mobilePhone\":\"+44 7700900001\"}", "User-Phone.ReadWrite.All", null)]
    [InlineData("{\"jobTitle\":\"Controller\"}", "User.ReadWrite.All", null)]
    public async Task PatchUser_PropertyOfItsOwnPermission_NeedsExactlyThat(string body, string permission, string? second)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        string[] needed = second is null ? [permission] : [permission, second];
        foreach (var missing in needed)
            (await PatchAsync([.. needed.Where(name => name != missing), "Directory.Read.All"])).ShouldBe(403, missing);
        simulator.Effects.ShouldBeEmpty();
        (await PatchAsync(needed)).ShouldBe(204);

        async Task<int> PatchAsync(string[] roles)
        {
            simulator.Use(await simulator.TokenWithAsync(roles));
            return (await simulator.CallAsync("PATCH", $"/users/{KnownPeople.AmyPoe.Id}", System.Text.Json.Nodes.JsonNode.Parse(body))).Status;
        }
    }

    // Written by hand from the reference pages; where the two sources disagree, the page decides.
    private static string Least(string operation) => operation switch
    {
        "GET /users" or "GET /users/{user-id}" or "GET /users/{user-id}/manager" or "GET /users/{user-id}/transitiveMemberOf" => "User.Read.All",
        "PATCH /users/{user-id}" => "User.ReadWrite.All",
        "POST /users/{user-id}/revokeSignInSessions" => "User.RevokeSessions.All",
        "GET /users/{user-id}/memberOf" => "Directory.Read.All",
        "GET /users/{user-id}/authentication/methods" => "UserAuthenticationMethod.Read.All",
        "POST /users/{user-id}/assignLicense" => "LicenseAssignment.ReadWrite.All",
        "GET /users/{user-id}/licenseDetails" or "GET /subscribedSkus" => "LicenseAssignment.Read.All",
        "GET /groups/{group-id}" => "GroupMember.Read.All",
        "GET /auditLogs/signIns" => "AuditLog.Read.All",
        "GET /identityProtection/riskyUsers" => "IdentityRiskyUser.Read.All",
        "GET /roleManagement/directory/roleAssignments" => "RoleManagement.Read.Directory",
        "GET /directory/deviceLocalCredentials" => "DeviceLocalCredential.ReadBasic.All",
        "POST /users/{user-id}/sendMail" => "Mail.Send",
        _ when operation.Contains("/members/", StringComparison.Ordinal) => "GroupMember.ReadWrite.All",
        _ when operation.Contains("/phoneMethods/", StringComparison.Ordinal) => "UserAuthMethod-Phone.ReadWrite.All",
        _ when operation.Contains("/microsoftAuthenticatorMethods/", StringComparison.Ordinal) => "UserAuthMethod-MicrosoftAuthApp.ReadWrite.All",
        _ when operation.Contains("/fido2Methods/", StringComparison.Ordinal) => "UserAuthMethod-Passkey.ReadWrite.All",
        _ when operation.Contains("/softwareOathMethods/", StringComparison.Ordinal) => "UserAuthMethod-SoftwareOATH.ReadWrite.All",
        _ when operation.Contains("/windowsHelloForBusinessMethods/", StringComparison.Ordinal) => "UserAuthMethod-WindowsHello.ReadWrite.All",
        _ when operation.Contains("/temporaryAccessPassMethods", StringComparison.Ordinal) => operation.StartsWith("GET", StringComparison.Ordinal) ? "UserAuthMethod-TAP.Read.All" : "UserAuthMethod-TAP.ReadWrite.All",
        _ when operation.Contains("/riskyUsers/", StringComparison.Ordinal) => "IdentityRiskyUser.ReadWrite.All",
        _ when operation.EndsWith("/locateDevice", StringComparison.Ordinal) || operation.EndsWith("/bypassActivationLock", StringComparison.Ordinal) => ReadWriteDevices,
        _ when operation.StartsWith("POST /deviceManagement/", StringComparison.Ordinal) => Privileged,
        _ when operation.StartsWith("GET /directory/deviceLocalCredentials/", StringComparison.Ordinal) => "DeviceLocalCredential.Read.All",
        _ when operation.Contains("managedDevices", StringComparison.Ordinal) => "DeviceManagementManagedDevices.Read.All",
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "Nobody has written down its least permission."),
    };
}

using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Tests.Graph;

/// <summary>A good call of every operation in the contract but the one that no application may make.</summary>
internal static class OperationCalls
{
    public const string Devices = "/deviceManagement/managedDevices";
    public const string Device = $"{Devices}/{{managedDevice-id}}";

    public static IReadOnlyList<OperationCall> All(SimulatedTenant tenant)
    {
        var amy = $"/users/{KnownPeople.AmyPoe.Id}";
        // Only such a person has a method of every kind (see MethodSeed); no alternate phone, which would have to go first.
        var first = tenant.People.Index().First(item => item.Index >= KnownPeople.All.Count && item.Index % 35 == 0 && item.Index % 6 != 0).Item;
        var methods = $"/users/{first.Id}/authentication";
        var hello = tenant.DevicesOf(KnownPeople.AmyPoe.Id)[0];
        var windows = tenant.Devices.First(device => device is { OperatingSystem: "Windows", IsOnline: true });
        var phone = tenant.Devices.First(device => device is { OperatingSystem: "iOS", IsOnline: true });
        const string Methods = "/users/{user-id}/authentication";
        const string Risky = "/identityProtection/riskyUsers";
        return
        [
            new("GET /users", "/users?$filter=userPrincipalName eq 'amy.poe@contoso.example' or mail eq 'amy.poe@contoso.example'"),
            new("GET /users/{user-id}", amy),
            new("PATCH /users/{user-id}", amy, new { jobTitle = "Accountant" }),
            new("POST /users/{user-id}/revokeSignInSessions", $"{amy}/revokeSignInSessions"),
            new("GET /users/{user-id}/memberOf", $"{amy}/memberOf"),
            new("GET /users/{user-id}/transitiveMemberOf", $"{amy}/transitiveMemberOf"),
            new("GET /users/{user-id}/manager", $"{amy}/manager"),
            new($"GET {Methods}/methods", $"{methods}/methods"),
            new($"DELETE {Methods}/microsoftAuthenticatorMethods/{{microsoftAuthenticatorAuthenticationMethod-id}}", $"{methods}/microsoftAuthenticatorMethods/{StableId.Of($"authenticator/{first.Id}")}"),
            new($"DELETE {Methods}/fido2Methods/{{fido2AuthenticationMethod-id}}", $"{methods}/fido2Methods/{StableId.Of($"fido2/{first.Id}")}"),
            new($"DELETE {Methods}/softwareOathMethods/{{softwareOathAuthenticationMethod-id}}", $"{methods}/softwareOathMethods/{StableId.Of($"software-oath/{first.Id}")}"),
            new($"DELETE {Methods}/windowsHelloForBusinessMethods/{{windowsHelloForBusinessAuthenticationMethod-id}}", $"{amy}/authentication/windowsHelloForBusinessMethods/{StableId.Of($"hello/{hello.Id}")}"),
            new($"DELETE {Methods}/phoneMethods/{{phoneAuthenticationMethod-id}}", $"{methods}/phoneMethods/{MethodSeed.MobilePhone}"),
            new($"POST {Methods}/temporaryAccessPassMethods", $"{amy}/authentication/temporaryAccessPassMethods", new { isUsableOnce = true, lifetimeInMinutes = 60 }),
            new($"GET {Methods}/temporaryAccessPassMethods", $"{amy}/authentication/temporaryAccessPassMethods"),
            new($"GET {Methods}/temporaryAccessPassMethods/{{temporaryAccessPassAuthenticationMethod-id}}", $"{amy}/authentication/temporaryAccessPassMethods/{{pass}}"),
            new($"DELETE {Methods}/temporaryAccessPassMethods/{{temporaryAccessPassAuthenticationMethod-id}}", $"{amy}/authentication/temporaryAccessPassMethods/{{pass}}"),
            new("POST /users/{user-id}/assignLicense", $"{amy}/assignLicense", new { addLicenses = new[] { new { skuId = KnownSkus.Visio, disabledPlans = Array.Empty<string>() } }, removeLicenses = Array.Empty<string>() }),
            new("GET /users/{user-id}/licenseDetails", $"{amy}/licenseDetails"),
            new("GET /subscribedSkus", "/subscribedSkus"),
            new("POST /groups/{group-id}/members/$ref", $"/groups/{KnownGroups.Vpn}/members/$ref", Reference(KnownPeople.AmyPoe.Id)),
            new("DELETE /groups/{group-id}/members/{directoryObject-id}/$ref", $"/groups/{KnownGroups.Vpn}/members/{KnownPeople.AmyPoe.Id}/$ref"),
            new("GET /groups/{group-id}", $"/groups/{KnownGroups.Vpn}"),
            new("GET /users/{user-id}/managedDevices", $"{amy}/managedDevices"),
            new($"GET {Devices}", Devices),
            new($"GET {Device}", $"{Devices}/{windows.Id}"),
            .. new[] { "syncDevice", "rebootNow", "windowsDefenderUpdateSignatures", "locateDevice" }.Select(action => new OperationCall($"POST {Device}/{action}", $"{Devices}/{windows.Id}/{action}")),
            .. new[] { "remoteLock", "resetPasscode", "retire", "disableLostMode", "bypassActivationLock", "shutDown" }.Select(action => new OperationCall($"POST {Device}/{action}", $"{Devices}/{phone.Id}/{action}")),
            new($"POST {Device}/windowsDefenderScan", $"{Devices}/{windows.Id}/windowsDefenderScan", new { quickScan = true }),
            new($"POST {Device}/cleanWindowsDevice", $"{Devices}/{windows.Id}/cleanWindowsDevice", new { keepUserData = true }),
            new($"POST {Device}/wipe", $"{Devices}/{windows.Id}/wipe", new { keepUserData = false }),
            new("GET /directory/deviceLocalCredentials", "/directory/deviceLocalCredentials"),
            new("GET /directory/deviceLocalCredentials/{deviceLocalCredentialInfo-id}", $"/directory/deviceLocalCredentials/{windows.EntraId}?$select=credentials"),
            new("GET /auditLogs/signIns", $"/auditLogs/signIns?$filter=createdDateTime ge 2026-10-01T00:00:00Z and userId eq '{KnownPeople.AmyPoe.Id}'"),
            new($"GET {Risky}", Risky),
            new($"POST {Risky}/dismiss", $"{Risky}/dismiss", new { userIds = new[] { KnownPeople.AtRisk.Id } }),
            new($"POST {Risky}/confirmCompromised", $"{Risky}/confirmCompromised", new { userIds = new[] { KnownPeople.AtRisk.Id } }),
            new("POST /users/{user-id}/sendMail", $"{amy}/sendMail", new { message = new { subject = "Hello", body = new { contentType = "text", content = "Text" }, toRecipients = new[] { new { emailAddress = new { address = "amy.poe@contoso.example" } } } } }),
            new("GET /roleManagement/directory/roleAssignments", $"/roleManagement/directory/roleAssignments?$filter=principalId eq '{KnownPeople.GlobalAdministrator.Id}'"),
            new("POST /$batch", "/$batch", new { requests = new[] { new { id = "1", method = "GET", url = amy } } }),
        ];
    }

    public static Dictionary<string, string> Reference(string id) => new() { ["@odata.id"] = $"https://graph.microsoft.com/v1.0/directoryObjects/{id}" };
}

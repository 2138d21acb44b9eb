using HelpDesk.Adapters.Graph.Throttling;

namespace HelpDesk.Adapters.Tests.Graph.Throttling;

/// <summary>Class and cost of requests are those of the contract.</summary>
public class RequestCostTests
{
    [Theory]
    [InlineData("GET", "users/x?$select=id", "Identity", 1, false)]
    [InlineData("GET", "users?$filter=mail eq 'a'", "Identity", 2, false)]
    [InlineData("GET", "users?$select=id&$top=5", "Identity", 1, false)]
    [InlineData("GET", "users?%24expand=manager", "Identity", 3, false)]
    [InlineData("GET", "users/x/memberOf", "Identity", 2, false)]
    [InlineData("GET", "users/x/transitiveMemberOf/microsoft.graph.group?$top=100", "Identity", 2, false)]
    [InlineData("GET", "users/x/licenseDetails", "Identity", 2, false)]
    [InlineData("GET", "subscribedSkus", "Identity", 3, false)]
    [InlineData("GET", "groups/x/members", "Identity", 3, false)]
    [InlineData("GET", "groups/x/transitiveMembers", "Identity", 5, false)]
    [InlineData("POST", "users/x/checkMemberGroups", "Identity", 4, false)]
    [InlineData("POST", "users/x/getMemberObjects", "Identity", 2, false)]
    [InlineData("POST", "directoryObjects/getByIds", "Identity", 5, false)]
    [InlineData("PATCH", "users/x", "Identity", 1, true)]
    [InlineData("POST", "users/x/revokeSignInSessions", "Identity", 1, true)]
    [InlineData("POST", "groups/x/members/$ref", "Identity", 1, true)]
    [InlineData("GET", "users/x/authentication/methods", "Identity", 1, false)]
    [InlineData("POST", "users/x/authentication/temporaryAccessPassMethods", "Identity", 1, true)]
    [InlineData("GET", "directory/deviceLocalCredentials/x?$select=credentials", "Identity", 1, false)]
    [InlineData("GET", "users/x/managedDevices", "Intune", 1, false)]
    [InlineData("POST", "deviceManagement/managedDevices/x/wipe", "Intune", 1, true)]
    [InlineData("GET", "identityProtection/riskyUsers", "IdentityProtection", 1, false)]
    [InlineData("GET", "auditLogs/signIns", "Reporting", 1, false)]
    [InlineData("GET", "users?$select=id,signInActivity", "SignInActivity", 1, false)]
    [InlineData("POST", "users/x/sendMail", "Outlook", 1, true)]
    public void Request_OfTheContract_CostsWhatItSays(string method, string path, string kind, int units, bool isWrite)
    {
        var expected = new RequestCost(Enum.Parse<GraphClass>(kind), units, isWrite);
        foreach (var version in new[] { "v1.0", "beta" })
            RequestCosts.Of(new HttpMethod(method), new Uri($"https://graph.microsoft.com/{version}/{path}")).ShouldBe(expected);
    }
}

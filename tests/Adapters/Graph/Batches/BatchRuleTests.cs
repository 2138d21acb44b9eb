using System.Net.Http.Headers;
using HelpDesk.Adapters.Graph.Batches;
using HelpDesk.Adapters.Graph.Calls;

namespace HelpDesk.Adapters.Tests.Graph.Batches;

/// <summary>Secrets and what must be done only once never travel in a batch.</summary>
public class BatchRuleTests
{
    private const string Root = "https://graph.microsoft.com/v1.0";

    [Theory]
    [InlineData("GET", "v1.0/users/x?$select=id", true)]
    [InlineData("PATCH", "v1.0/users/x", true)]
    [InlineData("POST", "v1.0/users/x/revokeSignInSessions", true)]
    [InlineData("DELETE", "v1.0/groups/x/members/y/$ref", true)]
    [InlineData("GET", "v1.0/deviceManagement/managedDevices/x", true)]
    [InlineData("POST", "v1.0/deviceManagement/managedDevices/x/wipe", false)]
    [InlineData("POST", "v1.0/deviceManagement/managedDevices/x/syncDevice", false)]
    [InlineData("POST", "v1.0/users/x/authentication/temporaryAccessPassMethods", false)]
    [InlineData("GET", "v1.0/directory/deviceLocalCredentials/x?$select=credentials", false)]
    [InlineData("GET", "v1.0/informationProtection/bitlocker/recoveryKeys/x?$select=key", false)]
    [InlineData("POST", "v1.0/users/x/authentication/methods/y/resetPassword", false)]
    [InlineData("POST", "v1.0/users/x/sendMail", false)]
    [InlineData("GET", "v1.0/identityProtection/riskyUsers", false)]
    [InlineData("GET", "v1.0/auditLogs/signIns", false)]
    [InlineData("GET", "beta/users/x", false)]
    public void Request_ByItsPath_MayTravelOrNot(string method, string path, bool may) =>
        BatchRule.Allows(Request(method, path), new GraphOperation("do", "P"), Root).ShouldBe(may);

    [Fact]
    public void Request_OfAnOperationWithASecretOrOnlyOnce_TravelsAlone()
    {
        BatchRule.Allows(Request("GET", "v1.0/users/x"), new GraphOperation("do", "P") { HoldsSecret = true }, Root).ShouldBeFalse();
        BatchRule.Allows(Request("PATCH", "v1.0/users/x"), new GraphOperation("do", "P") { IsOnlyOnce = true }, Root).ShouldBeFalse();
        BatchRule.Allows(Request("GET", "v1.0/users/x"), null, Root).ShouldBeFalse();
    }

    [Fact]
    public void Request_WithAHeaderThatABatchMayLose_TravelsAlone()
    {
        var request = Request("GET", "v1.0/users/x");
        request.Headers.Add("x-msft-approval-justification", "why");
        BatchRule.Allows(request, new GraphOperation("do", "P"), Root).ShouldBeFalse();
    }

    [Theory]
    [InlineData("application/json", "{\"accountEnabled\":false}", true)]
    [InlineData("application/json", "{\"passwordProfile\":{\"password\":\"x\"}}", false)]
    [InlineData("text/plain", "x", false)]
    public void Body_WithAPassword_TravelsAlone(string type, string body, bool may) => BatchRule.AllowsBody(type, body).ShouldBe(may);

    private static HttpRequestMessage Request(string method, string path)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), $"https://graph.microsoft.com/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "t");
        return request;
    }
}

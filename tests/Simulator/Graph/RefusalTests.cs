using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Tests.Graph;

/// <summary>What Graph refuses, and with which words.</summary>
public sealed class RefusalTests
{
    private static readonly string Amy = $"/users/{KnownPeople.AmyPoe.Id}";

    [Fact]
    public async Task Token_WrongSecretOrClient_IsRefusedAsEntraDoes()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        using var wrong = await simulator.AskTokenAsync(new SimulatorOptions().ClientId, "wrong");
        ((int)wrong.StatusCode).ShouldBe(401);
        (await wrong.Content.ReadAsStringAsync()).ShouldContain("AADSTS7000215");
        using var unknown = await simulator.AskTokenAsync(Guid.Empty.ToString(), "wrong");
        ((int)unknown.StatusCode).ShouldBe(400);
        (await unknown.Content.ReadAsStringAsync()).ShouldContain("AADSTS700016");
    }

    [Fact]
    public async Task Call_NoForgedOrExpiredToken_Is401()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var good = simulator.Http.DefaultRequestHeaders.Authorization!.Parameter!;
        simulator.Http.DefaultRequestHeaders.Authorization = null;
        await Refused();
        simulator.Use($"{good[..^4]}AAAA");
        await Refused();
        simulator.Use(good);
        (await simulator.GetAsync(Amy)).Status.ShouldBe(200);
        simulator.Time.Advance(TimeSpan.FromHours(2));
        await Refused();

        async Task Refused()
        {
            var reply = await simulator.GetAsync(Amy);
            reply.Status.ShouldBe(401);
            reply.Code.ShouldBe("InvalidAuthenticationToken");
        }
    }

    [Theory]
    [InlineData("GET", "/nonsense", null, 400, "BadRequest")]
    [InlineData("DELETE", "/subscribedSkus", null, 405, "Request_BadRequest")]
    [InlineData("POST", "/deviceManagement/managedDevices/x/rotateBitLockerKeys", null, 405, "Request_BadRequest")]
    [InlineData("POST", "/deviceManagement/managedDevices/x/rotateLocalAdminPassword", null, 405, "Request_BadRequest")]
    [InlineData("GET", "/users/nobody@contoso.example", null, 404, "Request_ResourceNotFound")]
    [InlineData("GET", "/users/{amy}?$top=5", null, 400, "Request_BadRequest")]
    [InlineData("PATCH", "/users/{amy}", "{\"nonsense\":1}", 400, "Request_BadRequest")]
    [InlineData("PATCH", "/users/{amy}", "{\"accountEnabled\":\"no\"}", 400, "Request_BadRequest")]
    [InlineData("PATCH", "/users/{amy}", "{", 400, "Request_BadRequest")]
    [InlineData("PATCH", "/users/{amy}", "", 400, "Request_BadRequest")]
    [InlineData("POST", "/users/{amy}/assignLicense", "{\"addLicenses\":[]}", 400, "Request_BadRequest")]
    [InlineData("POST", "/groups/11111111-0000-4000-8000-000000000010/members/$ref", "{}", 400, "Request_BadRequest")]
    public async Task Call_OutsideTheContract_IsRefused(string method, string path, string? body, int status, string code)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/v1.0{path.Replace("{amy}", KnownPeople.AmyPoe.Id, StringComparison.Ordinal)}");
        if (body is not null)
            request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await simulator.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(status, text);
        text.ShouldContain($"\"code\":\"{code}\"");
        simulator.Effects.ShouldBeEmpty();
    }

    [Fact]
    public async Task Members_AlreadyThereOrGroupOfAnotherKind_IsRefused()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var reference = OperationCalls.Reference(KnownPeople.AmyPoe.Id);
        (await AddTo(KnownGroups.Vpn)).Status.ShouldBe(204);
        (await AddTo(KnownGroups.Vpn)).Message!.ShouldContain("added object references already exist");
        foreach (var group in new[] { KnownGroups.Everybody, KnownGroups.Synced, KnownGroups.MailEnabled })
            (await AddTo(group)).Code.ShouldBe("Request_BadRequest");
        (await AddTo(KnownGroups.RoleAssignable)).Status.ShouldBe(403);
        var path = $"/groups/{KnownGroups.Vpn}/members/{KnownPeople.AmyPoe.Id}/$ref";
        (await simulator.CallAsync("DELETE", path)).Status.ShouldBe(204);
        (await simulator.CallAsync("DELETE", path)).Status.ShouldBe(404);
        simulator.Effects.Count.ShouldBe(2);

        Task<Reply> AddTo(string group) => simulator.CallAsync("POST", $"/groups/{group}/members/$ref", reference);
    }

    [Fact]
    public async Task Licence_NoSeatNoLocationOrConflict_IsRefused()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        (await Give(KnownPeople.AmyPoe, KnownSkus.Project)).Message!.ShouldContain("available licenses");
        (await Give(KnownPeople.WithoutUsageLocation, KnownSkus.Visio)).Message!.ShouldContain("usage location");
        (await Give(KnownPeople.AmyPoe, Guid.NewGuid().ToString())).Message!.ShouldContain("valid company License");
        (await Give(KnownPeople.AmyPoe, KnownSkus.Visio)).Status.ShouldBe(200);
        (await Give(KnownPeople.AmyPoe, KnownSkus.VisioSmall)).Message!.ShouldContain("mutually exclusive");
        var visio = (await simulator.GetAsync("/subscribedSkus")).Items.Single(sku => (string?)sku["skuId"] == KnownSkus.Visio);
        ((int)visio["consumedUnits"]!).ShouldBe(13);

        Task<Reply> Give(SimulatedPerson person, string sku) => simulator.CallAsync(
            "POST", $"/users/{person.Id}/assignLicense", new { addLicenses = new[] { new { skuId = sku } }, removeLicenses = Array.Empty<string>() });
    }

    [Fact]
    public async Task Methods_DefaultOneFirst_IsRefusedUntilTheOthersAreGone()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var person = KnownPeople.SecondSecurityApprover;
        var methods = $"/users/{person.Id}/authentication";
        var phone = $"{methods}/phoneMethods/{MethodSeed.MobilePhone}";
        (await simulator.CallAsync("DELETE", phone)).Status.ShouldBe(400);
        (await simulator.CallAsync("DELETE", $"{methods}/microsoftAuthenticatorMethods/{StableId.Of($"authenticator/{person.Id}")}")).Status.ShouldBe(204);
        (await simulator.CallAsync("DELETE", phone)).Status.ShouldBe(204);
        (await simulator.CallAsync("DELETE", phone)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task PatchUser_PropertyWithoutItsPermissionOrProtected_IsRefused()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        (await Disable(KnownPeople.GlobalAdministrator)).Status.ShouldBe(403);
        (await Disable(KnownPeople.PrivilegedThroughGroup)).Status.ShouldBe(403);
        (await Disable(KnownPeople.Synced)).Status.ShouldBe(400);
        (await Disable(KnownPeople.AmyPoe)).Status.ShouldBe(204);
        ((bool?)(await simulator.GetAsync($"{Amy}?$select=accountEnabled")).Body!["accountEnabled"]).ShouldBe(false);
        simulator.Use(await simulator.TokenWithAsync("User.ReadWrite.All"));
        (await Disable(KnownPeople.GermanRequester)).Status.ShouldBe(403);
        (await simulator.CallAsync("PATCH", Amy, new { passwordProfile = new { password = "Abc-12345678" } })).Status.ShouldBe(403);
        (await simulator.CallAsync("PATCH", Amy, new { jobTitle = "Controller" })).Status.ShouldBe(204);

        Task<Reply> Disable(SimulatedPerson person) => simulator.CallAsync("PATCH", $"/users/{person.Id}", new { accountEnabled = false });
    }

    [Fact]
    public async Task Manager_OfNobody_Is404() =>
        await CheckAsync(simulator => simulator.GetAsync($"/users/{KnownPeople.WithoutManager.Id}/manager"), 404, "Request_ResourceNotFound");

    [Fact]
    public async Task Batch_DuplicateIds_Is400() => await CheckAsync(
        simulator => simulator.CallAsync("POST", "/$batch", new { requests = new[] { new { id = "a", method = "GET", url = Amy }, new { id = "A", method = "GET", url = Amy } } }), 400, "BadRequest");

    private static async Task CheckAsync(Func<RunningSimulator, Task<Reply>> call, int status, string code)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var reply = await call(simulator);
        (reply.Status, reply.Code).ShouldBe((status, code));
    }
}

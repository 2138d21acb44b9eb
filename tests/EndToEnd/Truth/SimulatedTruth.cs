using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Simulator;

namespace HelpDesk.EndToEnd.Tests.Truth;

/// <summary>
/// What is so in the simulated tenant, read by the test itself and not by the product: whether a sentence in a comment, or a condition of an
/// outcome, is true.
/// </summary>
internal sealed class SimulatedTruth : IDisposable
{
    private readonly HttpClient _graph;

    private SimulatedTruth(HttpClient graph) => _graph = graph;

    public static async Task<SimulatedTruth> SignInAsync(HelpDeskClient client)
    {
        var options = new SimulatorOptions();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials", ["client_id"] = options.ClientId, ["client_secret"] = options.ClientSecret, ["scope"] = "https://graph.microsoft.com/.default",
        });
        using var answer = await client.Simulator.PostAsync(new Uri("/login/oauth2/v2.0/token", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        var graph = new HttpClient { BaseAddress = client.Simulator.BaseAddress };
        graph.DefaultRequestHeaders.UserAgent.ParseAdd("tests/1.0");
        graph.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString());
        return new SimulatedTruth(graph);
    }

    /// <summary>True when what a remediation's sentence says, or what a condition means, is so; null for one that this test does not know.</summary>
    /// <param name="name">Catalogue id of the remediation, or name of the condition.</param>
    /// <param name="personId">Whose account.</param>
    /// <param name="deviceIds">The devices that the case acts on.</param>
    /// <param name="effects">What was done in the tenant to the person or these devices.</param>
    /// <param name="since">When the test began.</param>
    public async Task<bool?> IsSoAsync(string name, string personId, IReadOnlyList<string> deviceIds, IReadOnlyCollection<string> effects, DateTimeOffset since) => name switch
    {
        "user.revoke-sessions" or "subject.signed-out" => At(await UserAsync(personId), "signInSessionsValidFromDateTime") >= since,
        "user.disable-sign-in" or "account.blocked" => !(await UserAsync(personId)).GetProperty("accountEnabled").GetBoolean(),
        "user.enable-sign-in" or "account.enabled" => (await UserAsync(personId)).GetProperty("accountEnabled").GetBoolean(),
        "user.grant-temporary-pass" => (await PassesAsync(personId)).Count == 1,
        "pass.used" => (await PassesAsync(personId)).Exists(pass => pass.GetProperty("methodUsabilityReason").GetString() == "OneTimeUsed"),
        "user.delete-mfa-method" => !(await ListAsync($"/v1.0/users/{personId}/authentication/methods")).Exists(method => method.GetProperty("@odata.type").GetString()!.Contains("microsoftAuthenticator", StringComparison.OrdinalIgnoreCase)),
        "user.force-password-change" => effects.Contains("PATCH /users/{user-id}"),
        "user.confirm-compromised" => (await RiskAsync(personId)) == "confirmedCompromised",
        "user.dismiss-risk" or "account.not-at-risk" => (await RiskAsync(personId)) is null or "dismissed" or "none" or "remediated",
        "user.assign-licence" or "licence.provisioned" => (await ListAsync($"/v1.0/users/{personId}/licenseDetails")).Count > 1,
        "group.add-member" or "access.member" => effects.Contains("POST /groups/{group-id}/members/$ref"),
        "device.compliant" => (await DevicesAsync(deviceIds)).TrueForAll(device => device.GetProperty("complianceState").GetString() == "compliant"),
        "device.checked-in" => (await DevicesAsync(deviceIds)).TrueForAll(device => At(device, "lastSyncDateTime") >= since),
        "device.locked-or-wiped" => (await Task.WhenAll(new[] { "remoteLock", "factoryReset", "removeCompanyData" }.Select(action => DidAsync(deviceIds, action)))).Any(did => did),
        "device.sync" => await DidAsync(deviceIds, "syncDevice"),
        "device.restart" => await DidAsync(deviceIds, "rebootNow"),
        "device.remote-lock" => await DidAsync(deviceIds, "remoteLock"),
        "device.locate" => await DidAsync(deviceIds, "locateDevice"),
        "device.wipe" => await DidAsync(deviceIds, "factoryReset"),
        "device.retire" => await DidAsync(deviceIds, "removeCompanyData"),
        _ => null,
    };

    public void Dispose() => _graph.Dispose();

    private static DateTimeOffset At(JsonElement item, string name) => item.GetProperty(name).GetDateTimeOffset();

    private async Task<JsonElement> UserAsync(string id) => await _graph.GetFromJsonAsync<JsonElement>($"/v1.0/users/{id}?$select=id,accountEnabled,signInSessionsValidFromDateTime");

    private Task<List<JsonElement>> PassesAsync(string id) => ListAsync($"/v1.0/users/{id}/authentication/temporaryAccessPassMethods");

    private async Task<string?> RiskAsync(string id) =>
        (await ListAsync("/v1.0/identityProtection/riskyUsers")).Where(user => user.GetProperty("id").GetString() == id).Select(user => user.GetProperty("riskState").GetString()).FirstOrDefault();

    private async Task<bool> DidAsync(IReadOnlyList<string> deviceIds, string action)
    {
        foreach (var id in deviceIds)
        {
            using var answer = await _graph.GetAsync(new Uri($"/v1.0/deviceManagement/managedDevices/{id}", UriKind.Relative));
            // A device that was wiped or retired leaves Intune.
            if (answer.StatusCode == System.Net.HttpStatusCode.NotFound)
                return true;
            var device = await answer.Content.ReadFromJsonAsync<JsonElement>();
            if (device.GetProperty("deviceActionResults").EnumerateArray().Any(result => result.GetProperty("actionName").GetString() == action && result.GetProperty("actionState").GetString() == "done"))
                return true;
        }

        return false;
    }

    private async Task<List<JsonElement>> DevicesAsync(IReadOnlyList<string> ids)
    {
        var devices = new List<JsonElement>();
        foreach (var id in ids)
            devices.Add(await _graph.GetFromJsonAsync<JsonElement>($"/v1.0/deviceManagement/managedDevices/{id}"));
        devices.ShouldNotBeEmpty();
        return devices;
    }

    private async Task<List<JsonElement>> ListAsync(string path) => [.. (await _graph.GetFromJsonAsync<JsonElement>(path)).GetProperty("value").EnumerateArray()];
}

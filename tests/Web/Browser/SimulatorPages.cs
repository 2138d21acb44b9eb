using System.Net.Http.Json;
using HelpDesk.Simulator;
using HelpDesk.Simulator.Tenant;
using Microsoft.AspNetCore.Builder;

namespace HelpDesk.Web.Tests.Browser;

/// <summary>A simulated tenant in which something has happened, and one page on it.</summary>
public sealed class SimulatorPages(BrowserFixture browser) : IAsyncLifetime
{
    private const string Hostile = "<script>alert(1)</script> \u202egro.live\u202c aVeryLongWordThatNobodyWouldWriteButSomebodyDid_aVeryLongWordThatNobodyWouldWriteButSomebodyDid";

    private WebApplication? _app;

    public WatchedPage Watched { get; private set; } = null!;

    /// <summary>Path of a ticket with comments and a hostile text.</summary>
    public string Ticket { get; private set; } = "";

    /// <summary>Path of a device that was told something.</summary>
    public string Device { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var options = new SimulatorOptions { Url = "http://127.0.0.1:0", Product = null, HasSampleTickets = true };
        _app = SimulatorHost.Build(options);
        await _app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("tests/1.0");
        http.DefaultRequestHeaders.Add("Origin", _app.Urls.Single());
        await FillAsync(http, options);
        Watched = await WatchedPage.OpenAsync(browser.Browser, http.BaseAddress);
    }

    public async Task DisposeAsync()
    {
        if (Watched is not null)
            await Watched.DisposeAsync();
        if (_app is not null)
            await _app.DisposeAsync();
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private async Task FillAsync(HttpClient http, SimulatorOptions options)
    {
        using var filed = await http.PostAsync("/tickets", Form(("system", "servicenow"), ("requester", KnownPeople.AmyPoe.Mail!), ("title", Hostile), ("text", Hostile)));
        filed.EnsureSuccessStatusCode();
        Ticket = filed.RequestMessage!.RequestUri!.AbsolutePath;
        (await http.PostAsync($"{Ticket}/comments", Form(("text", Hostile)))).EnsureSuccessStatusCode();
        (await http.PostAsync("/faults", Form(("system", "teams"), ("fault", "latency"), ("on", "true")))).EnsureSuccessStatusCode();

        using var asked = await http.PostAsync($"/{SimulatedTenant.Id}/oauth2/v2.0/token", Form(
            ("grant_type", "client_credentials"), ("client_id", options.ClientId), ("client_secret", options.ClientSecret), ("scope", "https://graph.microsoft.com/.default")));
        var token = (await asked.Content.ReadFromJsonAsync<Dictionary<string, System.Text.Json.JsonElement>>())!["access_token"].GetString();
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        var devices = await http.GetFromJsonAsync<System.Text.Json.JsonElement>($"/v1.0/deviceManagement/managedDevices?$filter=userId eq '{KnownPeople.AmyPoe.Id}'");
        var device = devices.GetProperty("value")[0].GetProperty("id").GetString()!;
        (await http.PostAsync($"/v1.0/deviceManagement/managedDevices/{device}/syncDevice", null)).EnsureSuccessStatusCode();
        (await http.PatchAsJsonAsync($"/v1.0/users/{KnownPeople.AmyPoe.Id}", new { accountEnabled = false })).EnsureSuccessStatusCode();
        Device = $"/devices/{device}";
    }
}

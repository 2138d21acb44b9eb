using System.Net.Http.Json;
using HelpDesk.Simulator;
using HelpDesk.Simulator.Chats;
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

        await ChatAsync(http);
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

    // A person who wrote, and a bot that asked with buttons and a link.
    private static async Task ChatAsync(HttpClient http)
    {
        (await http.PostAsJsonAsync($"/simulator/chats/slack/{KnownPeople.AmyPoe.Id}", new { text = Hostile })).EnsureSuccessStatusCode();
        (await http.PostAsJsonAsync($"/simulator/chats/mattermost/{KnownPeople.AmyPoe.Id}", new { text = Hostile })).EnsureSuccessStatusCode();
        using var post = new HttpRequestMessage(HttpMethod.Post, $"{SimulatedSlack.Root}chat.postMessage")
        {
            Content = JsonContent.Create(new
            {
                channel = $"D{KnownPeople.AmyPoe.Id.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant()}", text = "Which device?",
                blocks = new object[]
                {
                    new { type = "section", text = new { type = "mrkdwn", text = $"Which device is this about? {Hostile.Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)}" } },
                    new { type = "actions", elements = new[] { new { type = "button", value = "1", text = new { type = "plain_text", text = "LON-LT-1101 (ThinkPad X1)" } }, new { type = "button", value = "2", text = new { type = "plain_text", text = "None of these" } } } },
                    new { type = "section", text = new { type = "mrkdwn", text = "<http://127.0.0.1/my/1|See your ticket>" } },
                },
            }),
        };
        post.Headers.Authorization = new("Bearer", SimulatedSlack.BotToken);
        using var answer = await http.SendAsync(post);
        (await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).GetProperty("ok").GetBoolean().ShouldBeTrue();
    }
}

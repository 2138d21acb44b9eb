using System.Net.Http.Json;
using System.Text.Json.Nodes;
using HelpDesk.Simulator.Effects;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Tenant;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Simulator.Tests;

/// <summary>A simulator on a free port, with a clock of its own and a client that has a token.</summary>
internal sealed class RunningSimulator : IAsyncDisposable
{
    public const string FewRightsClient = "00000000-5150-4000-8000-00000000feee";

    private readonly WebApplication _app;
    private readonly SimulatorOptions _options;

    private RunningSimulator(WebApplication app, SimulatorOptions options, FakeTimeProvider time)
    {
        (_app, _options, Time) = (app, options, time);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Http.DefaultRequestHeaders.UserAgent.ParseAdd("tests/1.0");
    }

    public FakeTimeProvider Time { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    public Faults Faults => Services.GetRequiredService<Faults>();

    public IReadOnlyList<Effect> Effects => Services.GetRequiredService<EffectLog>().All;

    public HelpDesk.Simulator.Tickets.Jira.JiraIssues Issues => Services.GetRequiredService<HelpDesk.Simulator.Tickets.Jira.JiraIssues>();

    public SimulatedTenant Tenant => Services.GetRequiredService<SimulatedTenant>();

    public static async Task<RunningSimulator> StartAsync(string? databasePath = null, bool hasServiceBus = false)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 10, 12, 8, 0, 0, TimeSpan.Zero));
        var options = new SimulatorOptions { Url = "http://127.0.0.1:0", DatabasePath = databasePath, Product = null, ChecksAnswers = true, ServiceBus = { Port = hasServiceBus ? 0 : null } };
        var app = SimulatorHost.Build(options, services => services.AddSingleton<TimeProvider>(time));
        await app.StartAsync();
        var simulator = new RunningSimulator(app, options, time);
        simulator.Use(await simulator.TokenAsync(options.ClientId));
        return simulator;
    }

    /// <summary>All further calls carry this token.</summary>
    public void Use(string token) => Http.DefaultRequestHeaders.Authorization = new("Bearer", token);

    /// <summary>A token of a client that has exactly these permissions.</summary>
    public async Task<string> TokenWithAsync(params string[] roles)
    {
        (await Http.PutAsJsonAsync($"/simulator/clients/{FewRightsClient}", new { roles })).EnsureSuccessStatusCode();
        return await TokenAsync(FewRightsClient);
    }

    public async Task<string> TokenAsync(string clientId)
    {
        using var response = await AskTokenAsync(clientId, _options.ClientSecret);
        return (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["access_token"]!;
    }

    public async Task<HttpResponseMessage> AskTokenAsync(string clientId, string secret)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = clientId,
            ["client_secret"] = secret,
            ["scope"] = "https://graph.microsoft.com/.default",
        });
        return await Http.PostAsync($"/{SimulatedTenant.Id}/oauth2/v2.0/token", form);
    }

    /// <summary>Calls Graph; the path comes after the version.</summary>
    public async Task<Reply> CallAsync(string method, string path, object? body = null, string version = "v1.0", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/{version}{path}");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Reply((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text)!.AsObject(), response.Headers.ToDictionary(header => header.Key, header => header.Value.First(), StringComparer.OrdinalIgnoreCase));
    }

    public Task<Reply> GetAsync(string path) => CallAsync("GET", path);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}

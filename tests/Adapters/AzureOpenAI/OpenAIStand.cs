using System.Net.Http.Json;
using HelpDesk.Adapters.AzureOpenAI;
using HelpDesk.Adapters.Tests.EmbeddedTriage;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Simulator;
using HelpDesk.Simulator.OpenAI;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Adapters.Tests.AzureOpenAI;

/// <summary>The real SDK before the simulated service, over HTTP.</summary>
public sealed class OpenAIStand : IAsyncLifetime
{
    private readonly WebApplication _simulator = SimulatorHost.Build(new SimulatorOptions { Url = "http://127.0.0.1:0", Product = null });
    private HttpClient? _http;

    public Uri Endpoint { get; private set; } = new("http://127.0.0.1/");

    public async Task InitializeAsync()
    {
        await _simulator.StartAsync();
        _http = new HttpClient();
        Endpoint = new Uri($"{_simulator.Urls.First()}/openai");
    }

    public async Task DisposeAsync()
    {
        _http?.Dispose();
        await _simulator.DisposeAsync();
    }

    public async Task NextAsync(ScriptedAnswer answer) =>
        (await _http!.PostAsJsonAsync(new Uri(Endpoint, "/simulator/openai/next"), answer)).EnsureSuccessStatusCode();

    public async Task<int> RequestsAsync() => (await _http!.GetFromJsonAsync<Dictionary<string, int>>(new Uri(Endpoint, "/simulator/openai/requests")))!["count"];

    public async Task<TriageAnswer> AskAsync(string text, string title = "Ticket", params (string Name, string Value)[] settings)
    {
        await using var services = Services(settings);
        var model = services.GetServices<ITriageModel>().Single();
        return await model.AskAsync(new TriageRequest(new CaseId("servicenow-1"), title, text), default);
    }

    public ServiceProvider Services(params (string Name, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>
        {
            ["AzureOpenAI:Endpoint"] = Endpoint.ToString(),
            ["AzureOpenAI:Deployment"] = "gpt-4o",
            ["AzureOpenAI:ApiKey"] = new SimulatorOptions().ClientSecret,
        };
        foreach (var (name, value) in settings)
            values[name] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        return new ServiceCollection().AddLogging().AddSingleton(TestIntents.Shipped).AddUnderstanding(configuration).AddAzureOpenAI(configuration).BuildServiceProvider();
    }
}

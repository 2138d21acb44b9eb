using System.Net.Http.Json;
using HelpDesk.Adapters.AzureOpenAI;
using HelpDesk.Adapters.Tests.EmbeddedTriage;
using HelpDesk.Orchestrations.Domain.Knowledge;
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

    public async Task NextEmbeddingsAsync(ScriptedAnswer answer) =>
        (await _http!.PostAsJsonAsync(new Uri(Endpoint, "/simulator/openai/embeddings/next"), answer)).EnsureSuccessStatusCode();

    public async Task<(int Calls, int Texts)> EmbeddingRequestsAsync()
    {
        var counts = (await _http!.GetFromJsonAsync<Dictionary<string, int>>(new Uri(Endpoint, "/simulator/openai/embeddings/requests")))!;
        return (counts["count"], counts["inputs"]);
    }

    public async Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, params (string Name, string Value)[] settings)
    {
        await using var services = Services([("AzureOpenAI:EmbeddingDeployment", "text-embedding-3-small"), .. settings]);
        return await services.GetRequiredService<ITextEmbeddings>().EmbedAsync(texts, default);
    }

    /// <summary>Asks without the SDK, for what it would never send.</summary>
    public Task<HttpResponseMessage> PostEmbeddingsAsync(string body, string deployment = "text-embedding-3-small", string? key = null, string version = "2024-10-21")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{Endpoint}/openai/deployments/{deployment}/embeddings?api-version={version}") { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("api-key", key ?? new SimulatorOptions().ClientSecret);
        return _http!.SendAsync(request);
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

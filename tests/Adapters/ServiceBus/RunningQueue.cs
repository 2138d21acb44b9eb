using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Messaging.ServiceBus;
using HelpDesk.Adapters.ServiceBus;
using HelpDesk.Adapters.Tests.Graph.Harness;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Simulator;
using HelpDesk.Simulator.ServiceBus;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Adapters.Tests.ServiceBus;

/// <summary>The product's queue over the real SDK and the simulated broker.</summary>
internal sealed class RunningQueue : IAsyncDisposable
{
    private readonly WebApplication _simulator;
    private readonly HttpClient _http;
    private readonly ServiceProvider _services;
    private readonly ServiceBusClient _client;

    private RunningQueue(WebApplication simulator, HttpClient http, string connection, Action<IServiceCollection>? configure)
    {
        (_simulator, _http) = (simulator, http);
        Connection = connection;
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("ServiceBus", connection), new("ServiceBus:Timeout", "00:00:40")]).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Time).AddSingleton<TokenCredential>(new FixedCredential());
        configure?.Invoke(services);
        _services = services.AddServiceBusQueue(settings).BuildServiceProvider();
        _client = new ServiceBusClient(connection);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 10, 12, 8, 14, 0, TimeSpan.Zero));

    public string Connection { get; }

    public IServiceProvider Services => _services;

    public ITicketQueue Queue => _services.GetRequiredService<ITicketQueue>();

    public static async Task<RunningQueue> StartAsync(Action<IServiceCollection>? configure = null)
    {
        var simulator = SimulatorHost.Build(new SimulatorOptions { Url = "http://127.0.0.1:0", Product = null, ServiceBus = { Port = 0 } });
        await simulator.StartAsync();
        var http = new HttpClient { BaseAddress = new Uri(simulator.Urls.First()) };
        var state = await http.GetFromJsonAsync<JsonObject>("/simulator/service-bus");
        return new RunningQueue(simulator, http, state!["connectionString"]!.GetValue<string>(), configure);
    }

    /// <summary>What is in the queue.</summary>
    public async Task<IReadOnlyList<ServiceBusReceivedMessage>> MessagesAsync() => await _client.CreateReceiver(ServiceBusOptions.Queue).PeekMessagesAsync(100);

    public async Task SetAsync(BrokerFaults faults) => (await _http.PutAsJsonAsync("/simulator/service-bus/faults", faults)).EnsureSuccessStatusCode();

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _services.DisposeAsync();
        _http.Dispose();
        await _simulator.DisposeAsync();
    }
}

using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Messaging.ServiceBus;
using HelpDesk.Simulator.ServiceBus;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Simulator.Tests.ServiceBus;

/// <summary>The simulated queue on a free port, its clock, and a real client of it.</summary>
internal sealed class RunningBroker : IAsyncDisposable
{
    private readonly RunningSimulator _simulator;

    private RunningBroker(RunningSimulator simulator, string connection, FakeTimeProvider clock)
    {
        (_simulator, Clock) = (simulator, clock);
        Client = new ServiceBusClient(connection, new ServiceBusClientOptions
        {
            RetryOptions = new ServiceBusRetryOptions { MaxRetries = 0, TryTimeout = TimeSpan.FromSeconds(20) },
        });
        Sender = Client.CreateSender(BrokerOptions.Queue);
        Receiver = Client.CreateReceiver(BrokerOptions.Queue);
    }

    public FakeTimeProvider Clock { get; }

    public ServiceBusClient Client { get; }

    public ServiceBusSender Sender { get; }

    public ServiceBusReceiver Receiver { get; }

    public static async Task<RunningBroker> StartAsync()
    {
        var simulator = await RunningSimulator.StartAsync(hasServiceBus: true);
        var state = await simulator.Http.GetFromJsonAsync<JsonObject>("/simulator/service-bus");
        return new RunningBroker(simulator, state!["connectionString"]!.GetValue<string>(), simulator.Time);
    }

    public async Task<JsonObject> StateAsync() => (await _simulator.Http.GetFromJsonAsync<JsonObject>("/simulator/service-bus"))!;

    public async Task SetAsync(BrokerFaults faults) =>
        (await _simulator.Http.PutAsJsonAsync("/simulator/service-bus/faults", faults)).EnsureSuccessStatusCode();

    public async Task<HttpResponseMessage> PostAsync(string messageId, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/tickets/messages") { Content = new StringContent(body) };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer any");
        request.Headers.TryAddWithoutValidation("BrokerProperties", $$"""{"MessageId":"{{messageId}}"}""");
        return await _simulator.Http.SendAsync(request);
    }

    public ServiceBusReceiver DeadLetters() => Client.CreateReceiver(BrokerOptions.Queue, new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await _simulator.DisposeAsync();
    }
}

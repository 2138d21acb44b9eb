using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Messaging.ServiceBus;
using HelpDesk.Functions.Durable;
using HelpDesk.Functions.Intake;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Flows.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Orchestrations.Tests.Harness;
using HelpDesk.Orchestrations.Tests.Intake;
using HelpDesk.Orchestrations.Tests.Records;
using HelpDesk.Simulator;
using HelpDesk.Simulator.ServiceBus;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Functions.Tests.Intake;

/// <summary>The functions of the queue behind the real SDK's processor, which is what the trigger runs, and the simulated broker.</summary>
public sealed class QueueOutageTests : IAsyncLifetime
{
    private static readonly QueuedTicket Created = new(
        new TicketReference("servicenow", "9d385017c611228701d22104cc95c371", "INC0010023"), TicketEventKind.Created, "9d385017c611228701d22104cc95c371/0",
        new DateTimeOffset(2026, 10, 12, 8, 14, 0, TimeSpan.Zero), null);

    private readonly WebApplication _simulator = SimulatorHost.Build(new SimulatorOptions
    {
        Url = "http://127.0.0.1:0",
        Product = null,
        ServiceBus = { Port = 0, LockDuration = TimeSpan.FromSeconds(6) },
    });

    private readonly MemoryRecordStore _store = new();
    private readonly MemoryWorkflows _workflows = new();
    private readonly FakeTimeProvider _clock = new(Created.ReceivedAt);
    private HttpClient _http = null!;
    private ServiceBusClient _client = null!;

    public async Task InitializeAsync()
    {
        await _simulator.StartAsync();
        _http = new HttpClient { BaseAddress = new Uri(_simulator.Urls.First()) };
        _client = new ServiceBusClient((await StateAsync())["connectionString"]!.GetValue<string>());
    }

    public async Task DisposeAsync()
    {
        await _client.DisposeAsync();
        _http.Dispose();
        await _simulator.DisposeAsync();
    }

    /// <summary>The store is away for longer than the lock of the message: one delivery waits, renewed, and no ticket is left behind.</summary>
    [Fact]
    public async Task Message_StoreAwayForLongerThanItsLock_IsStartedOnceByItsFirstDelivery()
    {
        var deliveries = 0;
        await using var processor = _client.CreateProcessor(BrokerOptions.Queue, new ServiceBusProcessorOptions { MaxAutoLockRenewalDuration = TimeSpan.FromMinutes(9) });
        var messages = Messages(new DownWorkflows(_workflows, _clock, Created.ReceivedAt.AddMinutes(2)));
        processor.ProcessMessageAsync += delivery =>
        {
            Interlocked.Increment(ref deliveries);
            return messages.StartAsync(delivery.Message.Body.ToString(), null!, new MessageContext(("MessageId", delivery.Message.MessageId)), delivery.CancellationToken);
        };
        processor.ProcessErrorAsync += static _ => Task.CompletedTask;
        await using var sender = _client.CreateSender(BrokerOptions.Queue);
        await sender.SendMessageAsync(new ServiceBusMessage(DurableJson.Write(Created)) { MessageId = Created.InstanceId });
        await processor.StartProcessingAsync();

        await UntilAsync(async () => (int)(await StateAsync())["renewals"]! >= 2);
        await UntilAsync(async () =>
        {
            _clock.Advance(TimeSpan.FromSeconds(10));
            return (await StateAsync())["messages"]!.AsArray().Count == 0;
        });
        await processor.StopProcessingAsync();

        deliveries.ShouldBe(1);
        _workflows.Starts.Keys.ShouldBe([Created.InstanceId]);
        (await StateAsync())["deadLetters"]!.AsArray().ShouldBeEmpty();
        (await DeadLetters.ListAsync(default).ToListAsync()).ShouldBeEmpty();
    }

    /// <summary>The workflow was started, and its delivery could not be settled: the queue delivers again, and nothing is started twice.</summary>
    [Fact]
    public async Task Message_WhoseLockIsLostInMidWork_IsDeliveredAgainAndStartedOnce()
    {
        await SetAsync(new BrokerFaults { LocksLost = 1 });

        var deliveries = await ProcessAsync(static () => Task.CompletedTask);

        deliveries.ShouldBe(2);
        await StartedOnceAsync();
    }

    /// <summary>Links and connections are closed while the function works: its delivery is lost, its work is not.</summary>
    [Fact]
    public async Task Message_WhoseBrokerGoesAwayInMidWork_IsStartedOnce()
    {
        var isFirst = true;

        await ProcessAsync(async () =>
        {
            if (!isFirst)
                return;
            isFirst = false;
            await SetAsync(new BrokerFaults { IsAway = true });
            await SetAsync(new BrokerFaults());
        });

        await StartedOnceAsync();
    }

    private async Task<int> ProcessAsync(Func<Task> midWork)
    {
        var deliveries = 0;
        await using var processor = _client.CreateProcessor(BrokerOptions.Queue, new ServiceBusProcessorOptions { MaxAutoLockRenewalDuration = TimeSpan.FromMinutes(9) });
        var messages = Messages(new DownWorkflows(_workflows, _clock, DateTimeOffset.MinValue));
        processor.ProcessMessageAsync += async delivery =>
        {
            Interlocked.Increment(ref deliveries);
            await midWork();
            await messages.StartAsync(delivery.Message.Body.ToString(), null!, new MessageContext(("MessageId", delivery.Message.MessageId)), delivery.CancellationToken);
        };
        processor.ProcessErrorAsync += static _ => Task.CompletedTask;
        await using var sender = _client.CreateSender(BrokerOptions.Queue);
        await sender.SendMessageAsync(new ServiceBusMessage(DurableJson.Write(Created)) { MessageId = Created.InstanceId });
        await processor.StartProcessingAsync();
        await UntilAsync(async () => (await StateAsync())["messages"]!.AsArray().Count == 0);
        await processor.StopProcessingAsync();
        return deliveries;
    }

    private async Task StartedOnceAsync()
    {
        _workflows.Starts.ShouldBe([new(Created.InstanceId, 1)]);
        (await StateAsync())["deadLetters"]!.AsArray().ShouldBeEmpty();
        (await DeadLetters.ListAsync(default).ToListAsync()).ShouldBeEmpty();
    }

    private async Task SetAsync(BrokerFaults faults) => (await _http.PutAsJsonAsync("/simulator/service-bus/faults", faults)).EnsureSuccessStatusCode();

    private DeadLetters DeadLetters => new(_store, TestTicketSystems.Catalogue, TimeProvider.System, NullLogger<DeadLetters>.Instance);

    private TicketMessages Messages(DownWorkflows workflows) =>
        new(new TicketStart(new TicketStarter(workflows), new Inbox(_store)), DeadLetters, TestTicketSystems.Catalogue, new DurableClients(), new QueueBackOff(_clock));

    private async Task<JsonObject> StateAsync() => (await _http.GetFromJsonAsync<JsonObject>("/simulator/service-bus"))!;

    // Polls the broker, which runs on the machine's clock. Five minutes end a wait for what never comes, on the slowest machine too.
    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await isSo())
            await tick.WaitForNextTickAsync(deadline.Token);
    }
}

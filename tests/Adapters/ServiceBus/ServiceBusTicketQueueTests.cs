using System.Diagnostics;
using HelpDesk.Adapters.ServiceBus;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Simulator.ServiceBus;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Tests.ServiceBus;

public sealed class ServiceBusTicketQueueTests
{
    private static readonly QueuedTicket Message = new(
        new TicketReference("servicenow", "9d385017c611228701d22104cc95c371", "INC0010001"), TicketEventKind.Created, "9d38/0", new DateTimeOffset(2026, 10, 12, 8, 14, 0, TimeSpan.Zero), null);

    [Fact]
    public async Task Message_Sent_HasTheInstanceAsItsIdAndOnlyIdsInside()
    {
        await using var queue = await RunningQueue.StartAsync();

        await queue.Queue.EnqueueAsync(Message, isAgain: false, default);

        var sent = (await queue.MessagesAsync()).ShouldHaveSingleItem();
        (sent.MessageId, sent.ContentType).ShouldBe((Message.InstanceId, "application/json"));
        DurableJson.Read<QueuedTicket>(sent.Body.ToString()).ShouldBe(Message);
    }

    [Fact]
    public async Task Message_SentTwice_IsOneInTheQueue()
    {
        await using var queue = await RunningQueue.StartAsync();

        await queue.Queue.EnqueueAsync(Message, isAgain: false, default);
        await queue.Queue.EnqueueAsync(Message, isAgain: false, default);

        (await queue.MessagesAsync()).Count.ShouldBe(1);
    }

    /// <summary>The queue remembers ids of messages that it gave up on, so a repeat under the same id would be taken and dropped.</summary>
    [Fact]
    public async Task Message_SentAgain_IsNotSwallowedByWhatTheQueueHasSeen()
    {
        await using var queue = await RunningQueue.StartAsync();
        await queue.Queue.EnqueueAsync(Message, isAgain: false, default);

        await queue.Queue.EnqueueAsync(Message, isAgain: true, default);
        await queue.Queue.EnqueueAsync(Message, isAgain: true, default);
        queue.Time.Advance(TimeSpan.FromMinutes(1));
        await queue.Queue.EnqueueAsync(Message, isAgain: true, default);

        (await queue.MessagesAsync()).Select(sent => sent.MessageId)
            .ShouldBe([Message.InstanceId, $"{Message.InstanceId}~202610120814", $"{Message.InstanceId}~202610120815"]);
    }

    [Fact]
    public async Task Message_SentUnderATrace_CarriesItAsAPropertyAndTellsASendSpan()
    {
        await using var queue = await RunningQueue.StartAsync();
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name is ProductTelemetry.SourceName or "queue-test",
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => { lock (spans) spans.Add(span); },
        };
        ActivitySource.AddActivityListener(listener);
        using var source = new ActivitySource("queue-test");
        using var webhook = source.StartActivity("webhook")!;

        await queue.Queue.EnqueueAsync(Message, isAgain: false, default);

        var sent = spans.Single(span => span.TraceId == webhook.TraceId && span.Kind == ActivityKind.Producer);
        sent.DisplayName.ShouldBe("send tickets");
        sent.GetTagItem("messaging.system").ShouldBe("servicebus");
        sent.GetTagItem("messaging.message.id").ShouldBe(Message.InstanceId);
        (await queue.MessagesAsync()).Single().ApplicationProperties["Diagnostic-Id"].ShouldBe(sent.Id);
    }

    [Fact]
    public void Message_WorkedOn_ContinuesItsOwnTraceAndLinksWhoDelivered()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name is ProductTelemetry.SourceName or "delivery-test",
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        using var source = new ActivitySource("delivery-test");
        using var invocation = source.StartActivity("invocation")!;

        using var span = ServiceBusSpans.Process(Message with { TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" })!;

        span.Kind.ShouldBe(ActivityKind.Consumer);
        span.TraceId.ToHexString().ShouldBe("0af7651916cd43dd8448eb211c80319c");
        span.ParentSpanId.ToHexString().ShouldBe("b7ad6b7169203331");
        span.Links.Single().Context.SpanId.ShouldBe(invocation.SpanId);
    }

    [Fact]
    public async Task Access_Denied_SaysWhichRoleIsMissing() =>
        (await RefusedAsync(new BrokerFaults { DeniesAccess = true })).Message.ShouldContain("Azure Service Bus Data Owner");

    [Fact]
    public async Task Queue_Full_SaysSo() => (await RefusedAsync(new BrokerFaults { IsFull = true })).Message.ShouldContain("the queue is full");

    [Fact]
    public async Task Queue_Throttled_SaysSo() => (await RefusedAsync(new BrokerFaults { IsBusy = true })).Message.ShouldContain("throttles");

    /// <summary>Ours hold ids only and are never so large; one that is gets a reason, and no repeat would help.</summary>
    [Fact]
    public async Task Message_LargerThanTheQueueTakes_IsRefusedWithItsReason()
    {
        await using var queue = await RunningQueue.StartAsync();

        var error = await Should.ThrowAsync<VendorException>(() => queue.Queue.EnqueueAsync(Message with { DeliveryId = new string('9', 256 * 1024) }, isAgain: false, default));

        (error.Code, error.IsRetryable).ShouldBe(("too-large", false));
        error.Message.ShouldContain("does not take a message of this size");
        (await queue.MessagesAsync()).ShouldBeEmpty();
    }

    /// <summary>50009 ends by itself: what was refused then goes through, once.</summary>
    [Fact]
    public async Task Queue_ThrottledForAWhile_TakesTheRepeatOnce()
    {
        await using var queue = await RunningQueue.StartAsync();
        await queue.SetAsync(new BrokerFaults { IsBusy = true });
        (await Should.ThrowAsync<VendorException>(() => queue.Queue.EnqueueAsync(Message, isAgain: false, default))).Code.ShouldBe("busy");

        await queue.SetAsync(new BrokerFaults());
        await queue.Queue.EnqueueAsync(Message, isAgain: false, default);

        (await queue.MessagesAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Broker_Away_IsRetryableAndTheNextMessageGoesThrough()
    {
        await using var queue = await RunningQueue.StartAsync();
        await queue.SetAsync(new BrokerFaults { IsAway = true });
        (await Should.ThrowAsync<VendorException>(() => queue.Queue.EnqueueAsync(Message, isAgain: false, default))).IsRetryable.ShouldBeTrue();

        await queue.SetAsync(new BrokerFaults());
        await queue.Queue.EnqueueAsync(Message, isAgain: false, default);

        (await queue.MessagesAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Link_ClosedBeforeTheAnswer_IsOneMessageInTheEnd()
    {
        await using var queue = await RunningQueue.StartAsync();
        await queue.SetAsync(new BrokerFaults { LinksClosed = 1 });

        await queue.Queue.EnqueueAsync(Message, isAgain: false, default);

        (await queue.MessagesAsync()).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://sb-helpdesk.servicebus.windows.net")]
    [InlineData("sb-helpdesk.servicebus.windows.net/other")]
    [InlineData("user@sb-helpdesk.servicebus.windows.net")]
    [InlineData("sb-helpdesk.servicebus.windows.net:5671")]
    public void Namespace_ThatIsNoHostName_IsRefusedByItsSetting(string setting) =>
        Refusal(("ServiceBus:fullyQualifiedNamespace", setting)).ShouldContain("ServiceBus:FullyQualifiedNamespace");

    [Theory]
    [InlineData("Endpoint=sb://sb-helpdesk.servicebus.windows.net/;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=c2VjcmV0")]
    [InlineData("Endpoint=sb://sb-helpdesk.servicebus.windows.net/;SharedAccessKeyName=a;SharedAccessKey=c2VjcmV0;UseDevelopmentEmulator=true")]
    [InlineData("Endpoint=sb://127.0.0.1:5672;SharedAccessKeyName=a;SharedAccessKey=c2VjcmV0")]
    [InlineData("nonsense;UseDevelopmentEmulator=true")]
    public void ConnectionString_NotOfAnEmulatorHere_IsRefusedWithoutShowingIt(string connection)
    {
        var refusal = Refusal(("ServiceBus", connection));

        refusal.ShouldContain("The setting ServiceBus may only be");
        refusal.ShouldNotContain("c2VjcmV0");
    }

    [Fact]
    public void ConnectionStringAndNamespace_Both_AreRefused() =>
        Refusal(("ServiceBus", "Endpoint=sb://127.0.0.1:5672;SharedAccessKeyName=a;SharedAccessKey=c2VjcmV0;UseDevelopmentEmulator=true"), ("ServiceBus:FullyQualifiedNamespace", "sb.servicebus.windows.net"))
            .ShouldContain("remove one of them");

    private static async Task<VendorException> RefusedAsync(BrokerFaults faults)
    {
        await using var queue = await RunningQueue.StartAsync();
        await queue.SetAsync(faults);

        var error = await Should.ThrowAsync<VendorException>(() => queue.Queue.EnqueueAsync(Message, isAgain: false, default));

        error.IsRetryable.ShouldBeTrue();
        return error;
    }

    private static string Refusal(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Name, setting.Value))).Build();
        using var services = new ServiceCollection().AddServiceBusQueue(configuration).BuildServiceProvider();
        return Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<ServiceBusOptions>>().Value).Message;
    }
}

using System.Diagnostics;
using System.Net;
using Azure.Core;
using HelpDesk.Adapters.ServiceBus;
using HelpDesk.Adapters.Tests.Graph.Harness;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Stages.Intake;
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
        using var handler = RecordingHandler.Of(HttpStatusCode.Created);
        await using var services = Services(handler);

        await services.GetRequiredService<ITicketQueue>().EnqueueAsync(Message, default);

        var (request, body) = handler.Sent.Single();
        request.Method.ShouldBe(HttpMethod.Post);
        request.RequestUri.ShouldBe(new Uri("https://sb-helpdesk.servicebus.windows.net/tickets/messages"));
        request.Headers.Authorization!.Scheme.ShouldBe("Bearer");
        request.Headers.GetValues("BrokerProperties").Single().ShouldBe($$"""{"MessageId":"{{Message.InstanceId}}"}""");
        DurableJson.Read<QueuedTicket>(body).ShouldBe(Message);
    }

    [Fact]
    public async Task Message_SentUnderATrace_CarriesItAsAPropertyAndTellsASendSpan()
    {
        using var handler = RecordingHandler.Of(HttpStatusCode.Created);
        await using var services = Services(handler);
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

        await services.GetRequiredService<ITicketQueue>().EnqueueAsync(Message, default);

        var sent = spans.Single(span => span.TraceId == webhook.TraceId && span.Kind == ActivityKind.Producer);
        sent.DisplayName.ShouldBe("send tickets");
        sent.GetTagItem("messaging.system").ShouldBe("servicebus");
        sent.GetTagItem("messaging.message.id").ShouldBe(Message.InstanceId);
        handler.Sent.Single().Request.Headers.GetValues("Diagnostic-Id").Single().ShouldBe($"\"{sent.Id}\"");
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

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, true, "Azure Service Bus Data Sender")]
    [InlineData(HttpStatusCode.NotFound, true, "ServiceBus:FullyQualifiedNamespace")]
    [InlineData(HttpStatusCode.ServiceUnavailable, true, "503")]
    [InlineData(HttpStatusCode.BadRequest, false, "400")]
    [InlineData(HttpStatusCode.OK, true, "200")]
    public async Task Message_NotTaken_IsAFaultThatSaysWhatToChange(HttpStatusCode status, bool isRetryable, string told)
    {
        using var handler = RecordingHandler.Of(status);
        await using var services = Services(handler);

        var fault = await Should.ThrowAsync<VendorException>(() => services.GetRequiredService<ITicketQueue>().EnqueueAsync(Message, default));

        fault.IsRetryable.ShouldBe(isRetryable);
        fault.Message.ShouldContain(told);
        handler.Sent.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://sb-helpdesk.servicebus.windows.net")]
    [InlineData("sb-helpdesk.servicebus.windows.net/other")]
    [InlineData("https://user@sb-helpdesk.servicebus.windows.net")]
    public async Task Namespace_ThatIsNoHostName_IsRefusedByItsSetting(string setting)
    {
        using var handler = RecordingHandler.Of(HttpStatusCode.Created);
        await using var services = Services(handler, setting);

        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<ServiceBusOptions>>().Value)
            .Message.ShouldContain("ServiceBus:FullyQualifiedNamespace");
    }

    private static ServiceProvider Services(RecordingHandler handler, string setting = "sb-helpdesk.servicebus.windows.net")
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("ServiceBus:fullyQualifiedNamespace", setting)]).Build();
        var services = new ServiceCollection().AddSingleton<TokenCredential>(new FixedCredential()).AddServiceBusQueue(settings);
        services.AddHttpClient(ServiceBusTicketQueue.ClientName).ConfigurePrimaryHttpMessageHandler(() => handler);
        return services.BuildServiceProvider();
    }
}

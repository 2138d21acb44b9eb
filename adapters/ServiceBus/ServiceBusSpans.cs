using System.Diagnostics;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation.Telemetry;

namespace HelpDesk.Adapters.ServiceBus;

/// <summary>Spans of the queue by the semantic conventions for messaging (<see cref="ProductTelemetry.ConventionsVersion"/>).</summary>
public static class ServiceBusSpans
{
    /// <summary>The message's property by which Service Bus libraries hand a trace on.</summary>
    internal const string ContextProperty = "Diagnostic-Id";

    /// <summary>Begins the span of one message that is sent; null when nobody listens.</summary>
    public static Activity? Send(QueuedTicket message, string? server) =>
        Describe(ProductSpans.Source.StartActivity($"send {ServiceBusOptions.Queue}", ActivityKind.Producer), "send", message)?.SetTag("server.address", server);

    /// <summary>
    /// Begins the span of one message that is worked on. Its parent is the trace that the message carries; the invocation that
    /// delivered it is linked. Null when nobody listens.
    /// </summary>
    public static Activity? Process(QueuedTicket message) => Describe(
        ProductSpans.Begin(
            ProductSpans.Source, $"process {ServiceBusOptions.Queue}", ActivityKind.Consumer, TraceText.Join(message.TraceParent, message.TraceState), Activity.Current),
        "process", message);

    private static Activity? Describe(Activity? span, string operation, QueuedTicket message) => span?
        .SetTag("messaging.system", "servicebus")
        .SetTag("messaging.destination.name", ServiceBusOptions.Queue)
        .SetTag("messaging.operation.name", operation)
        .SetTag("messaging.operation.type", operation)
        .SetTag("messaging.message.id", message.InstanceId);
}

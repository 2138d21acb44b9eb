using System.Diagnostics;
using System.Globalization;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Stages.Health;
using HelpDesk.Orchestrations.Stages.Intake;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.ServiceBus;

/// <summary>
/// Sends tickets to the queue. Not by an output binding: that sends after the function returned, when the webhook may have had its
/// 202 already, and it sets no message id, by which the queue knows a duplicate. A message is durable when this returns.
/// </summary>
internal sealed class ServiceBusTicketQueue(QueueConnection connection, IOptions<ServiceBusOptions> options, DependencyNotes notes, TimeProvider time) : ITicketQueue
{
    /// <summary>Name of its probe in health.</summary>
    internal const string ProbeName = "queue";

    /// <summary>What to change when it does not work.</summary>
    internal static readonly ProbeAdvice Advice = new(
        "The queue denies access: give the app Azure Service Bus Data Owner on the queue 'tickets', check ServiceBus:ClientId, and that the queue is not full. Webhooks are answered with 503 and repeated by their senders.",
        "The queue does not answer: check ServiceBus:FullyQualifiedNamespace, name resolution, the network rules of the namespace and port 5671 (or set ServiceBus:UseWebSockets).",
        "The queue throttles the app or has an error of its own: webhooks are answered with 503 and repeated by their senders.");

    /// <inheritdoc />
    public async Task EnqueueAsync(QueuedTicket message, bool isAgain, CancellationToken cancellation)
    {
        using var span = ServiceBusSpans.Send(message, connection.Host);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Value.Timeout);
        try
        {
            await SendAsync(MessageOf(message, isAgain), limit.Token);
            notes.Worked(ProbeName);
        }
        catch (Exception error) when (Explain(error, cancellation) is not null)
        {
            var explained = Explain(error, cancellation)!;
            notes.Failed(ProbeName, explained, Advice);
            span?.SetTag("error.type", explained.Code).SetStatus(ActivityStatusCode.Error, explained.Code);
            throw explained;
        }
    }

    // The SDK's own retry waits ten seconds for a busy broker, longer than the sender of a webhook does. So a broken link is tried once
    // more here, and a busy broker is told at once.
    private async Task SendAsync(ServiceBusMessage message, CancellationToken cancellation)
    {
        try
        {
            await connection.Sender.SendMessageAsync(message, cancellation);
        }
        catch (ServiceBusException broken) when (broken is { IsTransient: true, Reason: not ServiceBusFailureReason.ServiceBusy })
        {
            await connection.Sender.SendMessageAsync(message, cancellation);
        }
    }

    private ServiceBusMessage MessageOf(QueuedTicket message, bool isAgain)
    {
        var sent = new ServiceBusMessage(DurableJson.Write(message)) { ContentType = "application/json", MessageId = isAgain ? AgainId(message) : message.InstanceId };
        if (TraceText.Of(Activity.Current) is { } trace)
            sent.ApplicationProperties[ServiceBusSpans.ContextProperty] = TraceText.ParentOf(trace);
        return sent;
    }

    // The queue drops what it has seen, also when what it saw is a dead letter by now. So a repeat has an id of its own, one a minute.
    private string AgainId(QueuedTicket message) => string.Create(CultureInfo.InvariantCulture, $"{message.InstanceId}~{time.GetUtcNow():yyyyMMddHHmm}");

    private static VendorException? Explain(Exception error, CancellationToken cancellation) => error switch
    {
        AuthenticationFailedException signIn => QueueConnection.SignInFailed(signIn),
        UnauthorizedAccessException => Refused("401", "does not accept the app's identity: give it Azure Service Bus Data Owner on the queue", error),
        ServiceBusException { Reason: ServiceBusFailureReason.MessagingEntityNotFound } => Refused("404", $"has no queue '{ServiceBusOptions.Queue}'. Check ServiceBus:FullyQualifiedNamespace", error),
        ServiceBusException { Reason: ServiceBusFailureReason.QuotaExceeded } => Refused("403", "took nothing: the queue is full", error),
        ServiceBusException { Reason: ServiceBusFailureReason.MessageSizeExceeded } => Refused("too-large", "does not take a message of this size", error, isRetryable: false),
        ServiceBusException { Reason: ServiceBusFailureReason.ServiceBusy } => Refused("busy", "throttles the app", error),
        ServiceBusException other => Refused(other.Reason.ToString(), "did not take the message", error),
        OperationCanceledException when !cancellation.IsCancellationRequested => Refused("timeout", "did not answer within ServiceBus:Timeout", error),
        _ => null,
    };

    // A full queue empties, a role is given and a queue is made: the sender of the webhook may ask again in every case but a wrong message.
    private static VendorException Refused(string code, string what, Exception inner, bool isRetryable = true) =>
        new(QueueConnection.System, code, $"Service Bus {what} ({code}).", isRetryable, inner: inner);
}

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Azure.Core;
using Azure.Identity;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Stages.Health;
using HelpDesk.Orchestrations.Stages.Intake;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.ServiceBus;

/// <summary>
/// Sends tickets to the queue. Not by an output binding: that sends after the function returned, when the webhook may have had its
/// 202 already, and it sets no message id, by which the queue knows a duplicate. So one message is one POST (Service Bus REST,
/// "Send Message"), and it is durable when this returns.
/// </summary>
public sealed class ServiceBusTicketQueue(IHttpClientFactory clients, TokenCredential credential, IOptions<ServiceBusOptions> options, DependencyNotes notes, TimeProvider time) : ITicketQueue
{
    /// <summary>Name of the HTTP client.</summary>
    internal const string ClientName = "servicebus";

    /// <summary>Name of its probe in health.</summary>
    internal const string ProbeName = "queue";

    private const string System = "service-bus";

    /// <summary>What to change when it does not work.</summary>
    internal static readonly ProbeAdvice Advice = new(
        "The queue denies access: give the app Azure Service Bus Data Sender on the queue 'tickets', check ServiceBus:ClientId, and that the queue is not full. Webhooks are answered with 503 and repeated by their senders.",
        "The queue does not answer: check ServiceBus:FullyQualifiedNamespace, name resolution and the network rules of the namespace.",
        "The queue throttles the app or has an error of its own: webhooks are answered with 503 and repeated by their senders.");

    private static readonly TokenRequestContext Scope = new(["https://servicebus.azure.net/.default"]);

    /// <inheritdoc />
    public async Task EnqueueAsync(QueuedTicket message, CancellationToken cancellation)
    {
        using var span = ServiceBusSpans.Send(message, options.Value.Messages?.Host);
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.Messages)
        {
            Content = VendorCall.Json(Encoding.UTF8.GetBytes(DurableJson.Write(message))),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(cancellation));
        request.Headers.TryAddWithoutValidation("BrokerProperties", JsonSerializer.Serialize(new { MessageId = message.InstanceId }));

        // A property of the message, which is a JSON string in a header of its own.
        if (TraceText.Of(Activity.Current) is { } trace)
            request.Headers.TryAddWithoutValidation(ServiceBusSpans.ContextProperty, JsonSerializer.Serialize(TraceText.ParentOf(trace)));

        try
        {
            using var response = await VendorCall.SendAsync(clients.CreateClient(ClientName), request, System, ServiceBusOptions.Section, cancellation);
            if (response.StatusCode != HttpStatusCode.Created)
                throw Refused(response);
            notes.Worked(ProbeName);
        }
        catch (VendorException fault)
        {
            notes.Failed(ProbeName, fault, Advice);
            span?.SetTag("error.type", fault.Code).SetStatus(ActivityStatusCode.Error, fault.Code);
            throw;
        }
    }

    /// <summary>Asks for a token, for health: it is kept, and a look must send nothing.</summary>
    /// <exception cref="VendorException">There is none.</exception>
    internal Task LookAsync(CancellationToken cancellation) => TokenAsync(cancellation);

    private async Task<string> TokenAsync(CancellationToken cancellation)
    {
        try
        {
            return (await credential.GetTokenAsync(Scope, cancellation)).Token;
        }
        catch (AuthenticationFailedException fault)
        {
            throw new VendorException(System, "authentication", "Service Bus cannot be signed in to. Check the app's identity and ServiceBus:ClientId.", isRetryable: true, inner: fault);
        }
    }

    private VendorException Refused(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        var what = response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => "does not accept the app's identity: give it Azure Service Bus Data Sender on the queue",
            HttpStatusCode.NotFound or HttpStatusCode.Gone => $"has no queue '{ServiceBusOptions.Queue}'. Check ServiceBus:FullyQualifiedNamespace",
            HttpStatusCode.Forbidden => "took nothing: the queue is full, or the network rules of the namespace forbid this app",
            _ => "did not take the message",
        };
        // A full queue empties and a role is given: the sender of the webhook may ask again in every case but a wrong message.
        return new VendorException(
            System, status.ToString(CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"Service Bus {what} ({status})."),
            isRetryable: status != 400, VendorCall.RetryAfter(response, time));
    }
}

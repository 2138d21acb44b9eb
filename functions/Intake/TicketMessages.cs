using System.Globalization;
using System.Text.Json;
using HelpDesk.Adapters.ServiceBus;
using HelpDesk.Functions.Durable;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Stages.Intake;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace HelpDesk.Functions.Intake;

/// <summary>What comes out of the queue starts its workflow; what cannot be worked on is kept for an operator.</summary>
public sealed class TicketMessages(TicketStart start, DeadLetters deadLetters, TicketSystemCatalogue systems, DurableClients clients, QueueBackOff backOff)
{
    /// <summary>
    /// Starts the ticket's workflow. An error that may pass is waited for; one that stays is thrown: the queue then delivers again,
    /// ten times, and gives up. A message that names no ticket never will, so it is kept at once.
    /// </summary>
    public async Task StartAsync(string body, DurableTaskClient client, FunctionContext context, CancellationToken cancellation)
    {
        clients.Use(client);
        if (Read(body) is { } message)
        {
            using var span = ServiceBusSpans.Process(message);
            await backOff.RunAsync(token => start.RunAsync(message, token), cancellation);
        }
        else
        {
            await backOff.RunAsync(
                token => deadLetters.KeepAsync(
                    MessageId(context), null, DeadLetters.Malformed,
                    "The message names no ticket of a ticket system that is set up: something else writes into the queue, its version is newer, or a ticket system was removed.", token, Deliveries(context)),
                cancellation);
        }
    }

    /// <summary>
    /// Takes over what the queue gave up on. Most often the store was away for too long: its workflow is started now. Only what cannot
    /// be started is kept, with the queue's reason.
    /// </summary>
    public async Task KeepAsync(string body, DurableTaskClient client, FunctionContext context, CancellationToken cancellation)
    {
        clients.Use(client);
        var message = Read(body);
        var (reason, description) = QueueReason.Of(context.BindingContext.BindingData);
        await backOff.RunAsync(
            async token =>
            {
                if (message is null || !await WasStartedAsync(message, token))
                    await deadLetters.KeepAsync(MessageId(context), message, message is null ? DeadLetters.Malformed : reason, description, token, Deliveries(context));
            },
            cancellation);
    }

    private async Task<bool> WasStartedAsync(QueuedTicket message, CancellationToken cancellation)
    {
        try
        {
            using var span = ServiceBusSpans.Process(message);
            await start.RunAsync(message, cancellation);
            return true;
        }
        catch (Exception error) when (error is StepFailedException or ArgumentException or VendorException { IsRetryable: false })
        {
            return false;
        }
    }

    private QueuedTicket? Read(string body)
    {
        try
        {
            return DurableJson.Read<QueuedTicket>(body) is { } message && systems.Names(message) ? message : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Messages of another sender may have none; the invocation's id is then as good as any.
    private static string MessageId(FunctionContext context) =>
        context.BindingContext.BindingData.GetValueOrDefault("MessageId")?.ToString() is { Length: > 0 } id ? id : context.InvocationId;

    private static int? Deliveries(FunctionContext context) =>
        int.TryParse(context.BindingContext.BindingData.GetValueOrDefault("DeliveryCount")?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
}

using System.Globalization;
using System.Text.Json;
using HelpDesk.Adapters.ServiceBus;
using HelpDesk.Functions.Durable;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Intake;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace HelpDesk.Functions.Intake;

/// <summary>What comes out of the queue starts its workflow; what cannot be worked on is kept for an operator.</summary>
public sealed class TicketMessages(TicketStart start, DeadLetters deadLetters, DurableClients clients)
{
    /// <summary>
    /// Starts the ticket's workflow. An error is thrown: the queue then delivers again, ten times, and gives up. A message that
    /// cannot be read never will be, so it is kept at once.
    /// </summary>
    public async Task StartAsync(string body, DurableTaskClient client, FunctionContext context, CancellationToken cancellation)
    {
        clients.Use(client);
        if (Read(body) is { } message)
        {
            using var span = ServiceBusSpans.Process(message);
            await start.RunAsync(message, cancellation);
        }
        else
        {
            await deadLetters.KeepAsync(MessageId(context), null, DeadLetters.Malformed, "The message is no ticket: something else writes into the queue, or its version is newer.", cancellation, Deliveries(context));
        }
    }

    /// <summary>Keeps what the queue gave up on, with its reason.</summary>
    public async Task KeepAsync(string body, DurableTaskClient client, FunctionContext context, CancellationToken cancellation)
    {
        clients.Use(client);
        var message = Read(body);
        var (reason, description) = QueueReason.Of(context.BindingContext.BindingData);
        await deadLetters.KeepAsync(MessageId(context), message, message is null ? DeadLetters.Malformed : reason, description, cancellation, Deliveries(context));
    }

    private static QueuedTicket? Read(string body)
    {
        try
        {
            return DurableJson.Read<QueuedTicket>(body) is { Ticket: not null, DeliveryId: not null } message ? message : null;
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

using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace HelpDesk.Functions.Intake;

/// <summary>
/// The triggers of the queue, one line each: what they do is in <see cref="TicketMessages"/>. A build with ServiceBusExtension=false
/// leaves this file out, and no other.
/// </summary>
public sealed class TicketFunctions(TicketMessages messages)
{
    /// <summary>A message of the queue.</summary>
    [Function("tickets")]
    public Task StartAsync(
        [ServiceBusTrigger("tickets", Connection = "ServiceBus", AutoCompleteMessages = true)] string body,
        [DurableClient] DurableTaskClient client, FunctionContext context, CancellationToken cancellation) =>
        messages.StartAsync(body, client, context, cancellation);

    /// <summary>A message that the queue gave up on.</summary>
    [Function("dead-letters")]
    public Task KeepAsync(
        [ServiceBusTrigger("tickets/$DeadLetterQueue", Connection = "ServiceBus", AutoCompleteMessages = true)] string body,
        [DurableClient] DurableTaskClient client, FunctionContext context, CancellationToken cancellation) =>
        messages.KeepAsync(body, client, context, cancellation);
}

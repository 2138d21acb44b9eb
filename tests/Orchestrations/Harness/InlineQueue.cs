using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Stages.Intake;

namespace HelpDesk.Orchestrations.Tests.Harness;

/// <summary>Starts what is queued at once.</summary>
public sealed class InlineQueue(ITicketStarter starter) : ITicketQueue
{
    public Task EnqueueAsync(QueuedTicket message, bool isAgain, CancellationToken cancellation) => starter.StartAsync(message, cancellation);
}

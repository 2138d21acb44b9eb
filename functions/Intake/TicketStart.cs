using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Flows.Tickets;
using HelpDesk.Orchestrations.Stages.Intake;

namespace HelpDesk.Functions.Intake;

/// <summary>
/// Starts what a message asks for, once and for all: Durable forgets an instance when its history is purged, and may overwrite one
/// that has finished. So the inbox row decides first.
/// </summary>
public sealed class TicketStart(TicketStarter starter, Inbox inbox)
{
    /// <summary>Starts it, durably; or finds that it was started before, which is success too.</summary>
    public async Task RunAsync(QueuedTicket message, CancellationToken cancellation)
    {
        if (await inbox.WasStartedAsync(message, cancellation))
            return;
        await starter.StartAsync(message, cancellation);
        await inbox.MarkStartedAsync(message, cancellation);
    }
}

using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>The durable queue between intake and workflows (Service Bus; the embedded engine itself on one machine).</summary>
public interface ITicketQueue
{
    /// <summary>Returns when the message is durable. The same message twice is one start.</summary>
    /// <exception cref="VendorException">It could not be kept; the webhook is then answered with 503.</exception>
    Task EnqueueAsync(QueuedTicket message, CancellationToken cancellation);
}

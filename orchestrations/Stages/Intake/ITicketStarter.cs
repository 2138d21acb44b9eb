using HelpDesk.Orchestrations.Domain.Tickets;

namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>Starts the workflow that a message of the queue asks for. Intake ends here; what follows is a flow's matter.</summary>
public interface ITicketStarter
{
    /// <summary>Starts what the message asks for, durably; the same message twice is one start.</summary>
    /// <returns>True when this call started it, false when it was started before.</returns>
    Task<bool> StartAsync(QueuedTicket message, CancellationToken cancellation);
}

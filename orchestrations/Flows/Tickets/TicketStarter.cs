using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Stages.Intake;

namespace HelpDesk.Orchestrations.Flows.Tickets;

/// <summary>
/// What comes out of the queue starts a workflow: a creation its case, a change a look at the ticket. Ids are derived from the
/// message, so that the same message twice is one start; every head's queue ends here.
/// </summary>
public sealed class TicketStarter(IWorkflowClient workflows) : ITicketStarter
{
    /// <inheritdoc />
    public async Task<bool> StartAsync(QueuedTicket message, CancellationToken cancellation)
    {
        // The message's own trace, not that of whoever delivers it: a queue, a recovery after a crash, an operator who replays it.
        using var span = ProductSpans.Begin("start ticket", message.Ticket.CaseId, TraceText.Join(message.TraceParent, message.TraceState));
        return message.Kind == TicketEventKind.Created
            ? await workflows.StartAsync(
                TicketWorkflow.Reference, message.InstanceId, new TicketWorkflow.Input(message.Ticket, message.ReceivedAt, message.AskedBy), cancellation)
            : await workflows.StartAsync(
                TicketChangedWorkflow.Reference, message.InstanceId, new TicketChangedWorkflow.Input(message.Ticket, message.AskedBy), cancellation);
    }
}

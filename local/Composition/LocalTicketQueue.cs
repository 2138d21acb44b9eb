using HelpDesk.Local.Engine;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Flows.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Intake;

namespace HelpDesk.Local.Composition;

/// <summary>On one machine the engine's database is the queue: a message is durable when its workflow is started.</summary>
internal sealed class LocalTicketQueue(TicketStarter starter, IArrivals arrivals) : ITicketQueue
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    public async Task EnqueueAsync(QueuedTicket message, bool isAgain, CancellationToken cancellation)
    {
        arrivals.Arrived();
        try
        {
            await starter.StartAsync(message, cancellation);
        }
        catch (EngineStoppedException fault)
        {
            throw new VendorException("store", "engine-stopped", fault.Message, isRetryable: true, AskAgainAfter, fault);
        }
    }
}

using HelpDesk.Orchestrations.Durable;
using HelpDesk.Orchestrations.Records;
using HelpDesk.Orchestrations.Tickets;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Orchestrations.Intake;

/// <summary>
/// Queues again what was kept in the inbox but never started: the process died between the two. Run at start and with every
/// reconciliation; it looks only at what came in since it last ended well, so that a start stays quick after years.
/// </summary>
public sealed class InboxRecovery(
    Inbox inbox, IRecordStore store, ITicketQueue queue, IWorkflowClient workflows, TicketSystems systems, TimeProvider time, ILogger<InboxRecovery> log)
{
    private const string Row = "recovery";

    /// <summary>How far behind the last run each run looks: longer than any accepted webhook is under way.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    /// <summary>Looks once.</summary>
    /// <returns>How many were queued again.</returns>
    /// <exception cref="VendorException">Store or queue cannot be reached.</exception>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var last = (await store.ReadAsync<RecoveryMark>(Tables.Flags, Tenant.Partition("intake"), Row, cancellation))?.Value;
        var since = last is null ? DateTimeOffset.MinValue : last.Until - Overlap;
        var recovered = 0;
        foreach (var system in systems.All)
        {
            await foreach (var message in inbox.SinceAsync(system.Name, since, cancellation))
            {
                if (await workflows.GetStatusAsync(message.InstanceId, cancellation) is not null)
                    continue;
                log.Recovered(message.Ticket.CaseId);
                await queue.EnqueueAsync(message, cancellation);
                recovered++;
            }
        }

        await store.UpdateAsync<RecoveryMark>(Tables.Flags, Tenant.Partition("intake"), Row, _ => new RecoveryMark(now), cancellation);
        return recovered;
    }
}

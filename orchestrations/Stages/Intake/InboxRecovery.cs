using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>
/// Queues again what was kept in the inbox but never started: the process died between the two. Run at start and with every
/// reconciliation; it looks only at what came in since it last ended well, so that a start stays quick after years. What cannot be
/// read or started becomes a dead letter and is in no one's way.
/// </summary>
public sealed class InboxRecovery(
    Inbox inbox, TicketIntake intake, IWorkflowClient workflows, TicketSystems systems, DeadLetters deadLetters, TimeProvider time)
{
    /// <summary>How far behind the last run each run looks: longer than any accepted webhook is under way.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    /// <summary>Looks once.</summary>
    /// <returns>How many were queued again.</returns>
    /// <exception cref="VendorException">Store or queue cannot be reached; a message that the queue will never take is a dead letter instead.</exception>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var since = await inbox.RecoveredUntilAsync(cancellation) is { } last ? last - Overlap : DateTimeOffset.MinValue;
        var recovered = 0;
        foreach (var system in systems.All)
        {
            await foreach (var entry in inbox.SinceAsync(system.Name, since, cancellation))
            {
                if (await QueueAsync(system.Name, entry, cancellation))
                    recovered++;
            }
        }

        await inbox.MarkRecoveredAsync(now, cancellation);
        return recovered;
    }

    private async Task<bool> QueueAsync(string system, InboxEntry entry, CancellationToken cancellation)
    {
        if (entry.Message is not { Ticket: not null, DeliveryId: not null } message)
        {
            await deadLetters.KeepAsync($"{system}/{entry.Row}", null, DeadLetters.Malformed, $"A row of the inbox of {system} cannot be read: it was changed by hand, or a newer version wrote it.", cancellation, mayReopen: false);
            return false;
        }

        if (await workflows.GetStatusAsync(message.InstanceId, cancellation) is not null)
            return false;
        try
        {
            await intake.QueueAgainAsync(message, cancellation);
        }
        catch (Exception refusal) when (refusal is StepFailedException or ArgumentException or VendorException { IsRetryable: false })
        {
            await deadLetters.KeepAsync(message.InstanceId, message, "not-started", $"Its workflow cannot be started: {refusal.Message}", cancellation, mayReopen: false);
            return false;
        }

        return true;
    }
}

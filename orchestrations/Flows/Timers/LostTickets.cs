using System.Globalization;
using HelpDesk.Orchestrations.Flows.Tickets.Channels;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Intake;

namespace HelpDesk.Orchestrations.Flows.Timers;

/// <summary>Finds tickets that would get no case, and messages that would get no ticket: received and never started, or never received because a webhook was lost.</summary>
public sealed class LostTickets(InboxRecovery recovery, ReconcileTickets reconcile, ChannelIntake channels)
{
    /// <summary>Finds and starts them.</summary>
    /// <returns>How many, in one sentence.</returns>
    /// <exception cref="VendorException">A ticket system could not be asked, or only in part; all others were.</exception>
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var recovered = await recovery.RunAsync(cancellation);
        var state = await reconcile.RunAsync(cancellation);
        var missed = state.Systems.Values.Sum(system => system.Missed);
        var (messages, away) = await MessagesAsync(cancellation);
        var done = string.Create(CultureInfo.InvariantCulture, $"{recovered} queued again, {missed} found that came by no webhook. {messages}").TrimEnd();
        // What could not be asked is not "nothing found": the run counts as failed, and says what to change.
        return state.Systems.FirstOrDefault(static system => system.Value.Fault is not null) is { Key: { } name, Value.Fault: { } fault }
            ? throw new VendorException(name, "not-asked", $"{done} {fault}", isRetryable: true)
            : away is not null ? throw away : done;
    }

    // A mailbox that cannot be read keeps no ticket from being found.
    private async Task<(string Done, VendorException? Away)> MessagesAsync(CancellationToken cancellation)
    {
        try
        {
            return (await channels.RunAsync(cancellation), null);
        }
        catch (VendorException away)
        {
            return ("", away);
        }
    }
}

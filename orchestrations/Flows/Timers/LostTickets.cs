using System.Globalization;
using HelpDesk.Orchestrations.Flows.Tickets.Channels;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Intake;

namespace HelpDesk.Orchestrations.Flows.Timers;

/// <summary>
/// Finds what would be lost: tickets and messages that were received and never started, or never received because a webhook was lost, and what people did
/// that never reached its case.
/// </summary>
public sealed class LostTickets(InboxRecovery recovery, ReconcileTickets reconcile, ChannelIntake channels, PendingActRecovery acts)
{
    /// <summary>Finds and starts them.</summary>
    /// <returns>How many, in one sentence.</returns>
    /// <exception cref="VendorException">A ticket system could not be asked, or only in part; all others were.</exception>
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        // First: an approved step may wait for it.
        var (finished, untold) = await TryAsync(async () => await acts.RunAsync(cancellation) is > 0 and var many ? string.Create(CultureInfo.InvariantCulture, $"{many} decisions or answers passed on. ") : "");
        var recovered = await recovery.RunAsync(cancellation);
        var state = await reconcile.RunAsync(cancellation);
        var missed = state.Systems.Values.Sum(system => system.Missed);
        var (messages, away) = await TryAsync(() => channels.RunAsync(cancellation));
        var done = string.Create(CultureInfo.InvariantCulture, $"{finished}{recovered} queued again, {missed} found that came by no webhook. {messages}").TrimEnd();
        // What could not be asked is not "nothing found": the run counts as failed, and says what to change.
        return state.Systems.FirstOrDefault(static system => system.Value.Fault is not null) is { Key: { } name, Value.Fault: { } fault }
            ? throw new VendorException(name, "not-asked", $"{done} {fault}", isRetryable: true)
            : (untold ?? away) is { } other ? throw other : done;
    }

    // What cannot be done of one kind keeps nothing of another from being found.
    private static async Task<(string Done, VendorException? Away)> TryAsync(Func<Task<string>> find)
    {
        try
        {
            return (await find(), null);
        }
        catch (VendorException away)
        {
            return ("", away);
        }
    }
}

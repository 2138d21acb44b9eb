using System.Globalization;
using HelpDesk.Orchestrations.Stages.Intake;

namespace HelpDesk.Orchestrations.Flows.Timers;

/// <summary>Finds tickets that would get no case: received and never started, or never received because a webhook was lost.</summary>
public sealed class LostTickets(InboxRecovery recovery, ReconcileTickets reconcile)
{
    /// <summary>Finds and starts them.</summary>
    /// <returns>How many, in one sentence.</returns>
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var recovered = await recovery.RunAsync(cancellation);
        var state = await reconcile.RunAsync(cancellation);
        var missed = state.Systems.Values.Sum(system => system.Missed);
        return string.Create(CultureInfo.InvariantCulture, $"{recovered} queued again, {missed} found that came by no webhook.");
    }
}

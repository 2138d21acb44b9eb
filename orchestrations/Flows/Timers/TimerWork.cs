using System.Globalization;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Orchestrations.Stages.Operations;

namespace HelpDesk.Orchestrations.Flows.Timers;

/// <summary>What timers do, on any head. Each may be repeated: nothing is marked as done before it is. Results are ids and counts only.</summary>
public sealed class TimerWork(
    InboxRecovery recovery, ReconcileTickets reconcile, Watchdog watchdog, DeadLetters deadLetters, DeadLetterService deadLetterService, AuditCheckpoints checkpoints,
    CheckpointArchiving archiving, IWorkflowClient workflows, OperationsGauges gauges, TimeProvider time)
{
    /// <summary>How long histories of finished workflows are kept; as on the embedded engine (its default retention).</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(90);

    private const int MaxNamed = 5;

    /// <summary>Tickets that were kept and never started, and tickets whose webhook was lost.</summary>
    public async Task<string> ReconcileAsync(CancellationToken cancellation)
    {
        var recovered = await recovery.RunAsync(cancellation);
        var state = await reconcile.RunAsync(cancellation);
        var missed = state.Systems.Values.Sum(system => system.Missed);
        return string.Create(CultureInfo.InvariantCulture, $"{recovered} queued again, {missed} found that came by no webhook.");
    }

    /// <summary>Approvals and hand-overs whose event was lost; a woken case sees for itself that it is decided or over.</summary>
    public async Task<string> ExpireAsync(CancellationToken cancellation)
    {
        var woken = await watchdog.WakeAsync(cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"{woken} woken.");
    }

    /// <summary>Cases that do not move; tells them, the age of dead letters and that of the checkpoints as gauges too.</summary>
    public async Task<string> WatchAsync(CancellationToken cancellation)
    {
        var stuck = await watchdog.FindAsync(cancellation);
        await gauges.NotifyAsync(stuck.Count, cancellation);
        return stuck.Count == 0 ? "Every case moves." : string.Create(CultureInfo.InvariantCulture, $"{stuck.Count} do not move: {string.Join(", ", stuck.Take(MaxNamed))}.");
    }

    /// <summary>Finishes decisions on dead letters that a stop interrupted, then tells the age of the oldest that is open.</summary>
    public async Task<string> DeadLettersAsync(CancellationToken cancellation)
    {
        await deadLetterService.FinishAsync(cancellation);
        var (open, oldest) = await deadLetters.OpenAsync(cancellation);
        return oldest is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"{open} open, the oldest for {(time.GetUtcNow() - at).TotalHours:0.0} h.")
            : "None is open.";
    }

    /// <summary>A signed checkpoint over all audit chains, when anything was appended; then copies of all that the archive lacks.</summary>
    public async Task<string> CheckpointAsync(CancellationToken cancellation)
    {
        var taken = await checkpoints.TakeAsync(cancellation) is { } checkpoint
            ? string.Create(CultureInfo.InvariantCulture, $"Checkpoint {checkpoint.Number} was taken.")
            : "Nothing was appended.";
        return await archiving.RunAsync(cancellation) is { } copied ? string.Create(CultureInfo.InvariantCulture, $"{taken} {copied} copied to the archive.") : taken;
    }

    /// <summary>Histories past retention. Records and audit stay.</summary>
    public async Task<string> PurgeAsync(CancellationToken cancellation)
    {
        var purged = await workflows.PurgeAsync(time.GetUtcNow() - Retention, cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"{purged} purged.");
    }
}

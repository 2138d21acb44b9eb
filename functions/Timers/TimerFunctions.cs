using System.Globalization;
using HelpDesk.Functions.Durable;
using HelpDesk.Orchestrations.Audit;
using HelpDesk.Orchestrations.Durable;
using HelpDesk.Orchestrations.Intake;
using HelpDesk.Orchestrations.Operations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace HelpDesk.Functions.Timers;

/// <summary>
/// What runs by the clock. The host runs a timer on one instance; the record of its run keeps a second one out when two hosts meet.
/// Each may be repeated: nothing is marked as done before it is.
/// </summary>
public sealed class TimerFunctions(
    TimerRuns runs, InboxRecovery recovery, ReconcileTickets reconcile, Watchdog watchdog, DeadLetters deadLetters, AuditCheckpoints checkpoints,
    IWorkflowClient workflows, TimeProvider time, DurableClients clients)
{
    /// <summary>As on the embedded engine (its default retention).</summary>
    private static readonly TimeSpan Retention = TimeSpan.FromDays(90);

    /// <summary>Every five minutes: tickets that were kept and never started, and tickets whose webhook was lost.</summary>
    [Function("reconcile-tickets")]
    public Task ReconcileAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        RunAsync("reconcile-tickets", client, async stop =>
        {
            var recovered = await recovery.RunAsync(stop);
            var state = await reconcile.RunAsync(stop);
            var missed = state.Systems.Values.Sum(system => system.Missed);
            return string.Create(CultureInfo.InvariantCulture, $"{recovered} queued again, {missed} found that came by no webhook.");
        }, cancellation);

    /// <summary>Every hour: approvals and hand-overs whose event was lost; a woken case sees for itself that it is decided or over.</summary>
    [Function("expire-waiting")]
    public Task ExpireAsync([TimerTrigger("0 10 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        RunAsync("expire-waiting", client, async stop =>
        {
            var woken = await watchdog.WakeAsync(stop);
            return string.Create(CultureInfo.InvariantCulture, $"{woken} woken.");
        }, cancellation);

    /// <summary>Every quarter of an hour: cases that do not move.</summary>
    [Function("watchdog")]
    public Task WatchAsync([TimerTrigger("0 3-59/15 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        RunAsync("watchdog", client, async stop =>
        {
            var stuck = await watchdog.FindAsync(stop);
            return stuck.Count == 0 ? "Every case moves." : string.Create(CultureInfo.InvariantCulture, $"{stuck.Count} do not move: {string.Join(", ", stuck.Take(5))}.");
        }, cancellation);

    /// <summary>Every quarter of an hour: the age of the oldest dead letter.</summary>
    [Function("dead-letter-age")]
    public Task DeadLettersAsync([TimerTrigger("0 8-59/15 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        RunAsync("dead-letter-age", client, async stop =>
        {
            var (open, oldest) = await deadLetters.OpenAsync(stop);
            return oldest is { } at
                ? string.Create(CultureInfo.InvariantCulture, $"{open} open, the oldest for {(time.GetUtcNow() - at).TotalHours:0.0} h.")
                : "None is open.";
        }, cancellation);

    /// <summary>Every hour: a signed checkpoint over all audit chains, when anything was appended.</summary>
    [Function("audit-checkpoint")]
    public Task CheckpointAsync([TimerTrigger("0 0 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        RunAsync("audit-checkpoint", client, async stop => await checkpoints.TakeAsync(stop) is { } taken
            ? string.Create(CultureInfo.InvariantCulture, $"Checkpoint {taken.Number} was taken.")
            : "Nothing was appended.", cancellation);

    /// <summary>Every night: histories past retention. Records and audit stay.</summary>
    [Function("purge-histories")]
    public Task PurgeAsync([TimerTrigger("0 30 2 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        RunAsync("purge-histories", client, async stop =>
        {
            var purged = await workflows.PurgeAsync(time.GetUtcNow() - Retention, stop);
            return string.Create(CultureInfo.InvariantCulture, $"{purged} purged.");
        }, cancellation);

    private async Task RunAsync(string name, DurableTaskClient client, Func<CancellationToken, Task<string>> run, CancellationToken cancellation)
    {
        clients.Use(client);
        await runs.RunAsync(name, run, cancellation);
    }
}

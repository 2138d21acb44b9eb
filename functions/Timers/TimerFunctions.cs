using HelpDesk.Functions.Durable;
using HelpDesk.Orchestrations.Flows.Timers;
using HelpDesk.Orchestrations.Stages.Operations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace HelpDesk.Functions.Timers;

/// <summary>
/// What runs by the clock. The host runs a timer on one instance; the record of its run keeps a second one out when two hosts meet.
/// What each does is <see cref="TimerWork"/>'s.
/// </summary>
public sealed class TimerFunctions(TimerRuns runs, TimerWork work, DurableClients clients)
{
    /// <summary>Every five minutes.</summary>
    [Function("reconcile-tickets")]
    public Task ReconcileAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        RunAsync("reconcile-tickets", client, work.ReconcileAsync, cancellation);

    /// <summary>Every quarter of an hour.</summary>
    [Function("read-knowledge")]
    public Task ReadKnowledgeAsync([TimerTrigger("0 1-59/15 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        RunAsync("read-knowledge", client, work.ReadKnowledgeAsync, cancellation);

    /// <summary>Every hour.</summary>
    [Function("expire-waiting")]
    public Task ExpireAsync([TimerTrigger("0 10 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        RunAsync("expire-waiting", client, work.ExpireAsync, cancellation);

    /// <summary>Every minute.</summary>
    [Function("remote-sessions")]
    public Task RemoteSessionsAsync([TimerTrigger("30 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        RunAsync("remote-sessions", client, work.RemoteSessionsAsync, cancellation);

    /// <summary>Every quarter of an hour.</summary>
    [Function("watchdog")]
    public Task WatchAsync([TimerTrigger("0 3-59/15 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        RunAsync("watchdog", client, work.WatchAsync, cancellation);

    /// <summary>Every quarter of an hour.</summary>
    [Function("dead-letter-age")]
    public Task DeadLettersAsync([TimerTrigger("0 8-59/15 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        RunAsync("dead-letter-age", client, work.DeadLettersAsync, cancellation);

    /// <summary>Every hour.</summary>
    [Function("audit-checkpoint")]
    public Task CheckpointAsync([TimerTrigger("0 0 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        RunAsync("audit-checkpoint", client, work.CheckpointAsync, cancellation);

    /// <summary>Every night.</summary>
    [Function("purge-histories")]
    public Task PurgeAsync([TimerTrigger("0 30 2 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        RunAsync("purge-histories", client, work.PurgeAsync, cancellation);

    private async Task RunAsync(string name, DurableTaskClient client, Func<CancellationToken, Task<string>> run, CancellationToken cancellation)
    {
        clients.Use(client);
        await runs.RunAsync(name, run, cancellation);
    }
}

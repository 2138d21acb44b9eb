using HelpDesk.Orchestrations;
using HelpDesk.Orchestrations.Audit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Local.Composition;

/// <summary>Takes a signed checkpoint over all audit chains every hour, when anything was appended.</summary>
internal sealed class CheckpointTimer(AuditCheckpoints checkpoints, TimeProvider time, ILogger<CheckpointTimer> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await checkpoints.TakeAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is VendorException or AuditDamagedException)
            {
                // The tickets go on; what is wrong with the log is for a person, and every hour says so again.
                log.NoCheckpoint(fault.Message);
            }
        }
    }
}

using HelpDesk.Orchestrations;
using HelpDesk.Orchestrations.Intake;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HelpDesk.Local.Composition;

/// <summary>At start and every few minutes: queues what was kept and never started, and asks the ticket systems for lost tickets.</summary>
internal sealed class IntakeTimer(
    InboxRecovery recovery, ReconcileTickets reconcile, IOptions<IntakeOptions> options, TimeProvider time, ILogger<IntakeTimer> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.ReconcileEvery, time);
        do
        {
            try
            {
                await recovery.RunAsync(stoppingToken);
                await reconcile.RunAsync(stoppingToken);
            }
            catch (VendorException fault)
            {
                // The next round finds the same again: nothing was marked as done.
                log.IntakeRoundFailed(fault.System, fault.Code, fault.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}

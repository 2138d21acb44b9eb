using Microsoft.Extensions.Hosting;

namespace HelpDesk.Adapters.Graph.Throttling;

/// <summary>Lets the lease do what is due every few seconds while the host runs, and gives the part back when it stops.</summary>
internal sealed class ShareBeats(ShareLease lease, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await lease.LeaveAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await lease.TickAsync(stoppingToken);
    }
}

using HelpDesk.Orchestrations.Flows.Timers;
using Microsoft.Extensions.Hosting;

namespace HelpDesk.Web.Audit;

/// <summary>Runs <see cref="SteadyCheckpoints"/> with its host; the last checkpoint is taken when the host stops.</summary>
public sealed class CheckpointService(SteadyCheckpoints checkpoints) : BackgroundService
{
    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await checkpoints.EndAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => checkpoints.RunAsync(stoppingToken);
}

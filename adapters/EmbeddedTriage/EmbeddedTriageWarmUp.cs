using Microsoft.Extensions.Hosting;

namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>Begins training when the host starts and does not wait for it.</summary>
internal sealed class EmbeddedTriageWarmUp(EmbeddedTriageModel model) : IHostedService
{
    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = model.TrainedAsync();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

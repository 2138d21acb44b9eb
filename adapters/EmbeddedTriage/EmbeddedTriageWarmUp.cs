using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>Begins to load or train when the host starts and does not wait for it.</summary>
internal sealed class EmbeddedTriageWarmUp(IServiceProvider services) : IHostedService
{
    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Asked for only now: it needs the intents, whose errors the validation of the settings lists, and that comes before.
        _ = services.GetRequiredService<EmbeddedTriageModel>().TrainedAsync();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

namespace HelpDesk.Local.Engine.Hosting;

/// <summary>
/// Ties the engine to the host: it runs before any other service starts and until all others have stopped. When its database
/// fails, this service fails, and with it the host stops.
/// </summary>
internal sealed class EngineHostedService(EmbeddedEngine engine) : BackgroundService, IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        engine.Start();
        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => engine.StopAsync();

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => engine.Completion.WaitAsync(stoppingToken);
}

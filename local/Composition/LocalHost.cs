using HelpDesk.Local.Engine;
using HelpDesk.Local.Engine.Hosting;
using HelpDesk.Local.Starting;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Web;
using Microsoft.Extensions.Options;

namespace HelpDesk.Local.Composition;

/// <summary>Everything on this machine: the product, and the simulated tenant where something is simulated. One per data folder.</summary>
internal sealed class LocalHost : IAsyncDisposable
{
    private readonly DataDirectory _data;
    private readonly WebApplication _product;
    private readonly SimulatedSystems? _tenant;

    private LocalHost(LocalAddresses addresses, SystemChoice systems, DataDirectory data, WebApplication product, SimulatedSystems? tenant) =>
        (Addresses, Systems, _data, _product, _tenant) = (addresses, systems, data, product, tenant);

    /// <summary>Where it listens and keeps its data.</summary>
    public LocalAddresses Addresses { get; }

    /// <summary>What is real and what is simulated.</summary>
    public SystemChoice Systems { get; }

    /// <summary>The product's services.</summary>
    public IServiceProvider Services => _product.Services;

    /// <summary>Checks all settings and files in one report, then starts everything.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="cancellation">Stops the start.</param>
    /// <param name="configure">Registers what is to be used instead of the product's own, such as another clock. Default nothing.</param>
    /// <exception cref="StartRefusedException">The settings contradict each other.</exception>
    public static async Task<LocalHost> StartAsync(IConfiguration settings, CancellationToken cancellation, Action<IServiceCollection>? configure = null)
    {
        var addresses = LocalAddresses.From(settings);
        var systems = SystemChoice.From(settings);
        if (systems.Faults.Count > 0)
            throw new StartRefusedException(ExitCode.Settings, systems.Faults);

        var data = DataDirectory.Take(addresses.DataDirectory);
        SimulatedSystems? tenant = null;
        WebApplication? product = null;
        try
        {
            tenant = systems.AnySimulated ? new SimulatedSystems(settings, addresses, systems) : null;
            var defaults = HostDefaults(addresses, data);
            foreach (var (setting, value) in tenant?.Defaults ?? defaults)
                defaults[setting] = value;
            product = ProductHost.Build(settings, defaults, addresses, services =>
            {
                configure?.Invoke(services);
                tenant?.AddStandIns(services);
            });
            // Before anything uses an option: all that is wrong is told together, not one start after the other.
            product.Services.GetService<IStartupValidator>()?.Validate();
            // The key of decisions is made now and not with the first decision: 'helpdesk freeze' needs it on a new installation too.
            product.Services.GetRequiredService<IDecisionSigner>();
            product.MapHelpDeskWeb();
            if (tenant is not null && !addresses.SimulatorRunsApart)
                await tenant.StartAsync(cancellation);
            await product.StartAsync(cancellation);
            return new LocalHost(addresses, systems, data, product, tenant);
        }
        catch (Exception fault)
        {
            // A background service that ends at once stops the host while it starts; what was cancelled by that is not the reason.
            var failure = fault is OperationCanceledException && !cancellation.IsCancellationRequested ? FailureOf(product?.Services) : null;
            if (product is not null)
                await product.DisposeAsync();
            if (tenant is not null)
                await tenant.DisposeAsync();
            data.Dispose();
            if (failure is not null)
                throw failure;
            throw;
        }
    }

    /// <summary>Returns after Ctrl-C, a termination signal, or a failure of the engine's database.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    /// <exception cref="EngineStoppedException">The database failed.</exception>
    public async Task<int> RunUntilStoppedAsync(CancellationToken stop)
    {
        var engine = Services.GetServices<IHostedService>().OfType<EngineHostedService>().Single();
        await _product.WaitForShutdownAsync(stop);
        if (engine.ExecuteTask?.Exception?.InnerException is EngineStoppedException fault)
            throw fault;
        // A service that ended by itself has stopped the host: that is no orderly end.
        return FailureOf(Services) is { } failure ? throw failure : ExitCode.Good;
    }

    /// <summary>Stops the product, then what it talks to, then lets the data go.</summary>
    public async ValueTask DisposeAsync()
    {
        await _product.StopAsync();
        await _product.DisposeAsync();
        if (_tenant is not null)
            await _tenant.DisposeAsync();
        _data.Dispose();
    }

    private static StartRefusedException? FailureOf(IServiceProvider? services) =>
        services?.GetServices<IHostedService>().OfType<BackgroundService>().Select(BackgroundFailure.Of).OfType<StartRefusedException>().FirstOrDefault();

    private static Dictionary<string, string?> HostDefaults(LocalAddresses addresses, DataDirectory data) => new(StringComparer.OrdinalIgnoreCase)
    {
        ["HelpDesk:PublicUrl"] = addresses.Product.AbsoluteUri,
        ["HelpDesk:LinkKey"] = data.LinkKey(),
        ["EmbeddedTriage:CacheDirectory"] = data.FileOf("models"),
        ["CheckpointKey:Path"] = ProductHost.CheckpointKeyFile(data.Path),
        ["DecisionKey:Path"] = ProductHost.DecisionKeyFile(data.Path),
        ["SignIn:Mode"] = "openid",
        ["SignIn:KeysFolder"] = data.FolderOf("keys"),
    };
}

using HelpDesk.Local.Engine.Client;
using HelpDesk.Local.Engine.Histories;
using HelpDesk.Local.Engine.Hosting;
using HelpDesk.Local.Engine.Queues;
using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Local.Engine;

/// <summary>Registers the embedded durable engine.</summary>
public static class EngineRegistration
{
    /// <summary>
    /// Adds <see cref="IWorkflowClient"/> over the embedded engine and the hosted service that runs it. Workflows and activities
    /// are those added with <see cref="DurableRegistration"/>. A host whose engine cannot open its database does not start
    /// (<see cref="EngineStoppedException"/>).
    /// </summary>
    public static IServiceCollection AddEmbeddedEngine(this IServiceCollection services, Action<EngineOptions>? configure = null)
    {
        services.AddOptions<EngineOptions>().Configure(configure ?? (static _ => { })).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EngineOptions>, EngineOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<EngineCatalog>();
        services.TryAddSingleton<IntakeFirst>();
        services.TryAddSingleton<EmbeddedEngine>();
        services.TryAddSingleton<IWorkflowClient, WorkflowClient>();
        services.TryAddSingleton<IHistoryReader, HistoryReader>();
        services.AddHostedService<EngineHostedService>();
        return services;
    }
}

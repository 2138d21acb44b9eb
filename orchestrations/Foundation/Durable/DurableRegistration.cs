using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Foundation.Durable;

/// <summary>Registers workflows and activities by their references: no assembly is scanned, so that a cold start stays short.</summary>
public static class DurableRegistration
{
    /// <summary>Registers an activity; its class is built anew for every run.</summary>
    public static IServiceCollection AddActivity(this IServiceCollection services, ActivityReference reference)
    {
        services.AddSingleton(reference);
        services.TryAddTransient(reference.ActivityType);
        return services;
    }

    /// <summary>Registers a workflow.</summary>
    public static IServiceCollection AddWorkflow(this IServiceCollection services, WorkflowReference reference) =>
        services.AddSingleton(reference);
}

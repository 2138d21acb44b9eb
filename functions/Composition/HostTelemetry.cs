using HelpDesk.Adapters.OpenTelemetry;
using HelpDesk.Functions.Durable;
using Microsoft.Azure.Functions.Worker;

namespace HelpDesk.Functions.Composition;

/// <summary>
/// Telemetry of the worker. The host keeps telling requests, its triggers and Durable itself (docs/azure-host.md); the worker tells the
/// product, under the same trace.
/// </summary>
internal static class HostTelemetry
{
    /// <summary>The worker's spans of function invocations.</summary>
    private const string WorkerSource = "Microsoft.Azure.Functions.Worker";

    /// <summary>By it the host knows that the worker's logs reach Application Insights without it, and does not send them a second time.</summary>
    private const string OwnLogs = "WorkerApplicationInsightsLoggingEnabled";

    /// <summary>Adds it.</summary>
    public static IServiceCollection AddHostTelemetry(this IServiceCollection services, IConfiguration settings)
    {
        var exporters = services.AddTelemetry(settings, new TelemetryHost { Sources = [DurableTelemetry.SourceName, WorkerSource], HearsRequests = false });
        if (exporters.Monitor is not null)
            services.Configure<WorkerOptions>(static options => options.Capabilities[OwnLogs] = bool.TrueString);
        return services;
    }
}

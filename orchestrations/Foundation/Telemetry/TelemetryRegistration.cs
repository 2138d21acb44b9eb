using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Foundation.Telemetry;

/// <summary>Registers the product's own figures.</summary>
public static class TelemetryRegistration
{
    /// <summary>Adds <see cref="ProductMetrics"/>.</summary>
    public static IServiceCollection AddProductMetrics(this IServiceCollection services)
    {
        services.TryAddSingleton<ProductMetrics>();
        return services;
    }
}

using HelpDesk.Adapters.Graph.Beta;
using HelpDesk.Orchestrations.Domain.Remediations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Adapters.Graph.Catalogue;

/// <summary>
/// Finds every remediation of this folder: a class that implements <see cref="IRemediation"/> is in the catalogue, so that none can be
/// forgotten. One that asks for the client of beta endpoints is there only where an owner switched those on, and is listed as off elsewhere.
/// </summary>
internal static class RemediationDiscovery
{
    private static readonly string Here = typeof(GraphOptions).Namespace!;

    /// <summary>All remediation classes of this folder, by name.</summary>
    public static IReadOnlyList<Type> Types { get; } =
    [
        .. typeof(RemediationDiscovery).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IRemediation)) && type.Namespace!.StartsWith(Here, StringComparison.Ordinal))
            .OrderBy(type => type.FullName, StringComparer.Ordinal),
    ];

    /// <summary>Registers them.</summary>
    public static IServiceCollection AddRemediations(this IServiceCollection services, IConfiguration settings)
    {
        var usesBeta = settings.GetSection(GraphOptions.Section).GetValue(nameof(GraphOptions.UseBetaEndpoints), false);
        foreach (var type in Types)
        {
            if (!IsBeta(type))
                services.TryAddEnumerable(ServiceDescriptor.Singleton(typeof(IRemediation), type));
            else if (usesBeta)
                AddBeta(services, type);
            else
                services.AddSingleton(provider => new OffRemediation(
                    ((IRemediation)ActivatorUtilities.CreateInstance(provider, type)).Descriptor,
                    "Graph:UseBetaEndpoints is off, and this needs an endpoint that Microsoft calls beta: set it to true to switch this on."));
        }

        return services;
    }

    private static bool IsBeta(Type type) =>
        type.GetConstructors().Any(constructor => constructor.GetParameters().Any(parameter => parameter.ParameterType == typeof(BetaGraph)));

    // Registered by its own type as well: the undo of a reading is a rotation, where there is one.
    private static void AddBeta(IServiceCollection services, Type type)
    {
        services.TryAddSingleton(type);
        services.AddSingleton(provider => (IRemediation)provider.GetRequiredService(type));
    }
}

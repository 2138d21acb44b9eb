using HelpDesk.Orchestrations.Domain.Knowledge;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Adapters.PassageIndex;

/// <summary>Registers the full-text index of knowledge.</summary>
public static class PassageIndexRegistration
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddPassageIndex(this IServiceCollection services)
    {
        services.TryAddSingleton<IPassageIndex, SqlitePassageIndex>();
        return services;
    }
}

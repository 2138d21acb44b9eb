using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Audit;

/// <summary>Registers the audit log.</summary>
public static class AuditRegistration
{
    /// <summary>
    /// Adds <see cref="IAuditLog"/>. Needs the record store and <c>TimeProvider</c> from elsewhere.
    /// </summary>
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.TryAddSingleton<IAuditLog, AuditLog>();
        return services;
    }
}

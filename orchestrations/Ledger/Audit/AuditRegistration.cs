using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>Registers the audit log.</summary>
public static class AuditRegistration
{
    /// <summary>
    /// Adds <see cref="IAuditLog"/>, <see cref="AuditStoreSource"/> for verification and export, <see cref="AuditCheckpoints"/> and
    /// <see cref="CheckpointArchiving"/>. Needs the record store and <c>TimeProvider</c> from elsewhere, an <see cref="ICheckpointSigner"/>
    /// where checkpoints are taken, an
    /// <see cref="IDecisionSigner"/> where people decide, and an <see cref="ICheckpointArchive"/> where checkpoints are copied.
    /// </summary>
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.TryAddSingleton<AppendedChains>();
        services.TryAddSingleton<IAuditLog, AuditLog>();
        services.TryAddSingleton<AuditStoreSource>();
        services.TryAddSingleton<IAuditSource>(provider => provider.GetRequiredService<AuditStoreSource>());
        services.TryAddSingleton(provider => new AuditCheckpoints(
            provider.GetRequiredService<HelpDesk.Orchestrations.Foundation.Records.IRecordStore>(), provider.GetRequiredService<ICheckpointSigner>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<AppendedChains>()));
        services.TryAddSingleton<CheckpointArchiving>();
        services.TryAddSingleton<AuditSeals>();
        services.TryAddSingleton<TamperEvents>();
        services.TryAddSingleton<OperatorRequests>();
        return services;
    }
}

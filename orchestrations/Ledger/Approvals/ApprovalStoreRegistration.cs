using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Ledger.Approvals;

/// <summary>Registers the store of approvals.</summary>
public static class ApprovalStoreRegistration
{
    /// <summary>Adds it. Needs the record store from elsewhere.</summary>
    public static IServiceCollection AddApprovalStore(this IServiceCollection services)
    {
        services.TryAddSingleton<ApprovalStore>();
        services.TryAddSingleton<DeciderLiveness>();
        services.TryAddSingleton<ApprovalLimits>();
        return services;
    }
}

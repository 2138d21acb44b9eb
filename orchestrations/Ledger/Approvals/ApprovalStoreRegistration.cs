using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Ledger.Approvals;

/// <summary>Registers the store of approvals.</summary>
public static class ApprovalStoreRegistration
{
    /// <summary>Adds it. Needs the record store, the audit log, policy, an <see cref="IRequiredApproval"/> and the directory from elsewhere.</summary>
    public static IServiceCollection AddApprovalStore(this IServiceCollection services)
    {
        services.TryAddSingleton<ApprovalChain>();
        services.TryAddSingleton<ApprovalStore>();
        services.TryAddSingleton<DeciderLiveness>();
        services.TryAddSingleton<ApprovalLimits>();
        services.TryAddSingleton<ApprovalDelegations>();
        services.TryAddSingleton<ApproverMembership>();
        services.TryAddSingleton<ApprovalCheck>();
        return services;
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Ledger.Proofs;

/// <summary>Registers proofs of identity.</summary>
public static class ProofsRegistration
{
    /// <summary>Adds them. Needs the audit log, policy and the record store from elsewhere.</summary>
    public static IServiceCollection AddProofs(this IServiceCollection services)
    {
        services.TryAddSingleton<ProofLinks>();
        services.TryAddSingleton<ProofLedger>();
        services.TryAddSingleton<ProofLimits>();
        services.TryAddSingleton<Vouchers>();
        return services;
    }
}

using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Adapters.Graph.Outcomes;

/// <summary>Registers what reads the outcome of a runbook back from Entra ID and Intune.</summary>
internal static class OutcomeRegistration
{
    /// <summary>Adds one check for each condition that a directory or device shows.</summary>
    public static IServiceCollection AddOutcomeChecks(this IServiceCollection services)
    {
        services.TryAddSingleton<DetectedApps>();
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<IOutcomeCheck, AccountBlocked>(),
            ServiceDescriptor.Singleton<IOutcomeCheck, AccountEnabled>(),
            ServiceDescriptor.Singleton<IOutcomeCheck, AccountNotAtRisk>(),
            ServiceDescriptor.Singleton<IOutcomeCheck, SignedOut>(),
            ServiceDescriptor.Singleton<IOutcomeCheck, PassUsed>(),
            ServiceDescriptor.Singleton<IOutcomeCheck, AccessMember>(),
            ServiceDescriptor.Singleton<IOutcomeCheck, AccessNotMember>(),
            ServiceDescriptor.Singleton<IOutcomeCheck, LicenceProvisioned>(),
            ServiceDescriptor.Singleton<IOutcomeCheck, AppInstalled>(),
            ServiceDescriptor.Singleton<IOutcomeCheck, DeviceCheckedIn>(),
            ServiceDescriptor.Singleton<IOutcomeCheck, DeviceCompliant>(),
            ServiceDescriptor.Singleton<IOutcomeCheck, DeviceLockedOrWiped>(),
        ]);
        return services;
    }
}

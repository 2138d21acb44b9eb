using HelpDesk.Orchestrations.Domain.Policy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Ledger.Switches;

/// <summary>Registers the switches that operators turn.</summary>
public static class SwitchesRegistration
{
    /// <summary>Adds the kill switch. Needs the record store and the audit log from elsewhere.</summary>
    public static IServiceCollection AddSwitches(this IServiceCollection services)
    {
        services.TryAddSingleton(static provider => new KillSwitchDefault(provider.GetRequiredService<PolicySet>().KillSwitchIsOnByDefault));
        services.TryAddSingleton<KillSwitch>();
        return services;
    }
}

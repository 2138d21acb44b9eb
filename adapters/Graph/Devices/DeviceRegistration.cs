using HelpDesk.Adapters.Graph.Beta;
using HelpDesk.Adapters.Graph.Devices.Secrets;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Stages.Execution.MultiAdminApprovals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Registers what is done on devices.</summary>
internal static class DeviceRegistration
{
    /// <summary>Adds the readers, the sources of device secrets, and what sends actions.</summary>
    public static IServiceCollection AddGraphDevices(this IServiceCollection services)
    {
        services.TryAddSingleton<DeviceReader>();
        services.TryAddSingleton<LapsReader>();
        services.TryAddSingleton<BitLockerReader>();
        services.TryAddSingleton<PasscodeReader>();
        services.TryAddSingleton<BetaGraph>();
        services.TryAddSingleton<IntuneApprovals>();
        services.TryAddSingleton<IMultiAdminApprovals>(static provider => provider.GetRequiredService<IntuneApprovals>());
        services.TryAddSingleton<DeviceActionSender>();
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<ISecretSource, LocalAdminPasswordSource>(),
            ServiceDescriptor.Singleton<ISecretSource, BitLockerKeySource>(),
            ServiceDescriptor.Singleton<ISecretSource, PasscodeSource>(),
        ]);
        return services;
    }
}

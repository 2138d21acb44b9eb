using HelpDesk.Adapters.Graph.Beta;
using HelpDesk.Adapters.Graph.Devices.Secrets;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Stages.Execution.MultiAdminApprovals;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>Registers what is done on devices.</summary>
internal static class DeviceRegistration
{
    /// <summary>Adds the reader, all device remediations, the sources of device secrets, and what beta endpoints do where an owner switched them on.</summary>
    public static IServiceCollection AddGraphDevices(this IServiceCollection services, IConfiguration settings)
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

        Add<SyncDevice>();
        Add<RestartDevice>();
        Add<ShutDownDevice>();
        Add<RemoteLockDevice>();
        Add<ResetPasscode>();
        Add<LocateDevice>();
        Add<DisableLostMode>();
        Add<BypassActivationLock>();
        Add<QuickDefenderScan>();
        Add<FullDefenderScan>();
        Add<UpdateDefenderSignatures>();
        Add<FreshStart>();
        Add<FreshStartKeepingData>();
        Add<RetireDevice>();
        Add<WipeDevice>();
        Add<WipeKeepingEnrolment>();
        Add<WipeKeepingUserData>();
        Add<ShowLocalAdminPassword>();
        Add<ShowBitLockerKey>();
        Add<ShowPasscode>();
        AddBeta<RotateLocalAdminPassword>();
        AddBeta<RotateBitLockerKeys>();
        return services;

        void Add<T>()
            where T : class, IRemediation => services.TryAddEnumerable(ServiceDescriptor.Singleton<IRemediation, T>());

        // Registered by its own type as well: the undo of a reading is a rotation, where there is one.
        void AddBeta<T>()
            where T : class, IRemediation
        {
            if (!settings.GetSection(GraphOptions.Section).GetValue(nameof(GraphOptions.UseBetaEndpoints), false))
            {
                services.AddSingleton(static provider => new OffRemediation(
                    ActivatorUtilities.CreateInstance<T>(provider).Descriptor,
                    "Graph:UseBetaEndpoints is off, and this needs an endpoint that Microsoft calls beta: set it to true to switch this on."));
                return;
            }

            services.TryAddSingleton<T>();
            services.AddSingleton<IRemediation>(static provider => provider.GetRequiredService<T>());
        }
    }
}

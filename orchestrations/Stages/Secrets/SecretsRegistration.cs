using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>Registers the secret hand-over.</summary>
public static class SecretsRegistration
{
    /// <summary>Adds it. Needs the sources of secrets, the cases, policy, the directory and the audit log from elsewhere.</summary>
    public static IServiceCollection AddSecrets(this IServiceCollection services)
    {
        services.TryAddSingleton<HandOverRecords>();
        services.TryAddSingleton<CollectorSeparation>();
        services.TryAddSingleton<SubjectProof>();
        services.TryAddSingleton<VoucherEntitlement>();
        services.TryAddSingleton<VoucherService>();
        services.TryAddSingleton<OwnPage>();
        services.TryAddSingleton<HandOverEntitlement>();
        services.TryAddSingleton<HandOverSources>();
        services.TryAddSingleton<HandOverDraft>();
        services.TryAddSingleton<HandOverGuard>();
        services.TryAddSingleton<HandOverProof>();
        services.TryAddSingleton<SecretShowing>();
        services.TryAddSingleton<HandOverService>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<INoticeSource, HandOverNotices>());
        return services.AddActivity(OpenHandOver.Reference).AddActivity(PrepareHandOverWait.Reference).AddActivity(CloseHandOver.Reference).AddActivity(VoidSecrets.Reference);
    }
}

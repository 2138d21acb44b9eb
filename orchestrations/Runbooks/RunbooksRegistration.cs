using HelpDesk.Orchestrations.Cases;
using HelpDesk.Orchestrations.Durable;
using HelpDesk.Orchestrations.Policy;
using HelpDesk.Orchestrations.Policy.Approvers;
using HelpDesk.Orchestrations.Policy.Budgeting;
using HelpDesk.Orchestrations.Runbooks.Loading;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Runbooks;

/// <summary>Registers runbooks, plans and policy.</summary>
public static class RunbooksRegistration
{
    /// <summary>
    /// Adds runbooks and policy. They are loaded and checked when the host starts; a fault refuses the start, all faults in one
    /// report. Needs the remediations, the directory, the record store, the audit log and <c>TimeProvider</c> from elsewhere.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">Reads <c>Runbooks:Directory</c>, <c>Policy:Directory</c> and <c>Policy:Approvers:name</c>.</param>
    public static IServiceCollection AddRunbooksAndPolicy(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<RulebookOptions>().Configure(options => Read(settings, options)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RulebookOptions>, RulebookOptionsValidation>());
        services.TryAddSingleton<IReadOnlyCollection<KnownIntent>>(KnownIntents.All);
        services.TryAddSingleton<RulebookLoader>();
        services.TryAddSingleton(provider => provider.GetRequiredService<RulebookLoader>().LoadOrThrow(provider.GetRequiredService<IOptions<RulebookOptions>>().Value));
        services.TryAddSingleton(provider => provider.GetRequiredService<Rulebook>().Runbooks);
        services.TryAddSingleton(provider => provider.GetRequiredService<Rulebook>().Policy);
        services.TryAddSingleton(provider => provider.GetRequiredService<PolicySet>().Access);
        services.TryAddSingleton(provider => provider.GetRequiredService<PolicySet>().Routing);
        services.TryAddSingleton(provider => new PolicyEngine(provider.GetRequiredService<PolicySet>()));
        services.TryAddSingleton<ApproverPeople>();
        services.TryAddSingleton<ParameterResolver>();
        services.TryAddSingleton<PlanBuilder>();
        services.TryAddSingleton<SubjectResolver>();
        services.TryAddSingleton<PolicyFacts>();
        services.TryAddSingleton<Budgets>();
        services.TryAddSingleton<SimilarRequests>();
        services.TryAddSingleton<KillSwitch>();
        services.TryAddSingleton<FirstResult>();
        return services.AddActivity(MakePlan.Reference).AddActivity(DecidePolicy.Reference);
    }

    /// <summary>Takes the settings over the defaults.</summary>
    public static void Read(IConfiguration settings, RulebookOptions options)
    {
        if (settings[RulebookOptions.RunbooksSetting] is { Length: > 0 } runbooks)
            options.RunbooksDirectory = runbooks;
        if (settings[RulebookOptions.PolicySetting] is { Length: > 0 } policy)
            options.PolicyDirectory = policy;
        foreach (var group in settings.GetSection(RulebookOptions.ApproversSection).GetChildren())
            options.ApproverGroupIds[group.Key] = group.Value ?? "";
    }
}

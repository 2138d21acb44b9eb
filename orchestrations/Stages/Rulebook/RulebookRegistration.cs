using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Approvers;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Tickets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Rulebook;

/// <summary>Registers the rulebook: intents, runbooks and policy files.</summary>
public static class RulebookRegistration
{
    /// <summary>
    /// Adds intents, runbooks and policy. They are loaded and checked when the host starts; an error refuses the start, all errors in one
    /// report. Needs the remediations and the directory from elsewhere.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">Reads <c>HelpDesk:Rulebook</c>, <c>Intents:Directory</c>, <c>Runbooks:Directory</c>, <c>Policy:Directory</c> and <c>Policy:Approvers:name</c>.</param>
    public static IServiceCollection AddRulebook(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<RulebookOptions>().Configure(options => Read(settings, options)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RulebookOptions>, RulebookOptionsValidation>());
        services.TryAddSingleton<RemediationCatalogue>();
        services.TryAddSingleton<TicketSystemCatalogue>();
        services.TryAddSingleton<RulebookLoader>();
        services.TryAddSingleton(provider => provider.GetRequiredService<RulebookLoader>().LoadOrThrow(provider.GetRequiredService<IOptions<RulebookOptions>>().Value));
        services.TryAddSingleton(provider => provider.GetRequiredService<Rulebook>().Intents);
        services.TryAddSingleton(provider => provider.GetRequiredService<Rulebook>().Runbooks);
        services.TryAddSingleton(provider => provider.GetRequiredService<Rulebook>().Policy);
        services.TryAddSingleton(provider => provider.GetRequiredService<PolicySet>().Access);
        services.TryAddSingleton(provider => provider.GetRequiredService<PolicySet>().Routing);
        services.TryAddSingleton(provider => provider.GetRequiredService<PolicySet>().Systems);
        services.TryAddSingleton(provider => provider.GetRequiredService<PolicySet>().Shares);
        services.TryAddSingleton<ApproverPeople>();
        return services;
    }

    /// <summary>Takes the settings over the defaults.</summary>
    public static void Read(IConfiguration settings, RulebookOptions options)
    {
        if (settings[RulebookOptions.OwnSetting] is { Length: > 0 } own)
            options.OwnDirectory = own;
        if (settings[RulebookOptions.IntentsSetting] is { Length: > 0 } intents)
            options.IntentsDirectory = intents;
        if (settings[RulebookOptions.RunbooksSetting] is { Length: > 0 } runbooks)
            options.RunbooksDirectory = runbooks;
        if (settings[RulebookOptions.PolicySetting] is { Length: > 0 } policy)
            options.PolicyDirectory = policy;
        foreach (var group in settings.GetSection(RulebookOptions.ApproversSection).GetChildren())
            options.ApproverGroupIds[group.Key] = group.Value ?? "";
    }
}

using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.ServiceNow.Knowledge;

/// <summary>Registers ServiceNow's knowledge as a source of articles.</summary>
internal static class ServiceNowKnowledgeRegistration
{
    private static readonly ProbeAdvice Advice = new(
        "ServiceNow does not show the knowledge bases of ServiceNow:Knowledge:Bases: check their sys_ids, and that the integration user has the role knowledge and read access to kb_knowledge, kb_knowledge_base, the kb_uc tables, user_criteria, sys_user_has_role, sys_user_grmember and sys_properties. Its articles are used until they are stale.",
        "ServiceNow does not answer: check ServiceNow:InstanceUrl and the firewall. Its articles are used until they are stale.",
        "ServiceNow throttles the app or has an error of its own: its articles are used until they are stale.");

    /// <summary>Adds it when the settings have a section <c>ServiceNow:Knowledge</c>; nothing otherwise.</summary>
    public static IServiceCollection AddKnowledge(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(ServiceNowKnowledgeOptions.Section);
        if (!section.Exists())
            return services;
        services.AddOptions<ServiceNowKnowledgeOptions>().Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ServiceNowKnowledgeOptions>, ServiceNowKnowledgeOptionsValidator>());
        services.TryAddSingleton<UserCriteria>();
        services.TryAddSingleton<KnowledgeRights>();
        services.TryAddSingleton<ServiceNowArticles>();
        services.TryAddSingleton<ServiceNowKnowledge>();
        services.AddSingleton<IKnowledgeSource>(static provider => provider.GetRequiredService<ServiceNowKnowledge>());
        services.AddSingleton(static provider => new DependencyProbe(
            ServiceNowKnowledge.SourceId, IsRequired: false, Advice, cancellation => provider.GetRequiredService<ServiceNowKnowledge>().CheckBasesAsync(cancellation)));
        return services;
    }
}

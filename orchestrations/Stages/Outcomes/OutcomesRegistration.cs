using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Stages.Outcomes.Assist;
using HelpDesk.Orchestrations.Stages.Outcomes.Checks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Stages.Outcomes;

/// <summary>Registers how a case ends: resolved, or with a person.</summary>
public static class OutcomesRegistration
{
    /// <summary>Adds it. Needs the cases, policy and the audit log from elsewhere.</summary>
    public static IServiceCollection AddOutcomes(this IServiceCollection services)
    {
        services.TryAddSingleton<CaseLinks>();
        services.TryAddSingleton<OutcomeLog>();
        services.TryAddSingleton<Recontacts>();
        services.TryAddSingleton<AgentSummary>();
        services.TryAddSingleton<IAccountHistory, NoAccountHistory>();
        services.TryAddSingleton<IDirectoryPages, NoDirectoryPages>();
        services.TryAddSingleton<IStaffArticles, NoStaffArticles>();
        services.TryAddSingleton<AssistReader>();
        services.TryAddSingleton<AssistBuilder>();
        services.TryAddSingleton<CaseAssists>();
        services.TryAddSingleton<TicketEscalation>();
        services.TryAddSingleton<TicketResolution>();
        services.TryAddSingleton<OutcomeChecks>();
        services.TryAddSingleton<OutcomeProgress>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IOutcomeCheck, SecretCollected>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IOutcomeCheck, RequesterDidNotObject>());
        return services.AddActivity(ReadOutcome.Reference).AddActivity(ReadJoined.Reference).AddActivity(ResolveCase.Reference).AddActivity(EscalateCase.Reference);
    }
}

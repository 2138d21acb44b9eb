using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Stages.Policy;

/// <summary>Registers policy decisions.</summary>
public static class PolicyRegistration
{
    /// <summary>Adds them. Needs the rulebook, the remediations, the directory, budgets and the cases from elsewhere.</summary>
    public static IServiceCollection AddPolicy(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new PolicyEngine(provider.GetRequiredService<PolicySet>()));
        services.TryAddSingleton<PolicyMoment>();
        services.TryAddSingleton<PolicyFacts>();
        services.TryAddSingleton<PolicyDecision>();
        services.TryAddSingleton<IStandingVerdict, StandingVerdict>();
        services.TryAddSingleton<IRequiredApproval, RequiredApproval>();
        return services.AddActivity(DecidePolicy.Reference);
    }
}

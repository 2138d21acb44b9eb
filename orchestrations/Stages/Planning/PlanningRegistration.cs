using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Stages.Planning.Undo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Stages.Planning;

/// <summary>Registers planning: from an intent and its runbook to a plan, and from a finished plan to its undo.</summary>
public static class PlanningRegistration
{
    /// <summary>Adds it. Needs the rulebook, the remediations, the directory and the cases from elsewhere.</summary>
    public static IServiceCollection AddPlanning(this IServiceCollection services)
    {
        services.TryAddSingleton<ParameterResolver>();
        services.TryAddSingleton<NamedAccess>();
        services.TryAddSingleton<PlanBuilder>();
        services.TryAddSingleton<CasePlanner>();
        services.TryAddSingleton<SignOutPlanner>();
        services.TryAddSingleton<ContainedAlready>();
        services.TryAddSingleton<SubjectResolver>();
        services.TryAddSingleton<StepOffers>();
        services.TryAddSingleton<UndoOffers>();
        services.TryAddSingleton<UndoPlans>();
        return services.AddActivity(MakePlan.Reference).AddActivity(PlanSignOut.Reference).AddActivity(PlanContainment.Reference).AddActivity(ClaimComplaint.Reference);
    }
}

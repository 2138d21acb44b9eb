using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Stages.Execution.Leases;
using HelpDesk.Orchestrations.Stages.Execution.MultiAdminApprovals;
using HelpDesk.Orchestrations.Stages.Execution.Undo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Stages.Execution;

/// <summary>Registers what carries out, reads back and undoes the steps of a plan.</summary>
public static class ExecutionRegistration
{
    /// <summary>Adds it. Needs the remediations, the step store, budgets, switches, the cases and the audit log from elsewhere.</summary>
    public static IServiceCollection AddExecution(this IServiceCollection services)
    {
        services.TryAddSingleton<RemediationCatalogue>();
        services.TryAddSingleton<StopReasons>();
        services.TryAddSingleton<PlanGuard>();
        services.TryAddSingleton<TargetLeases>();
        services.TryAddSingleton<StepReservations>();
        services.TryAddSingleton<StepRecorder>();
        services.TryAddSingleton<EffectProtocol>();
        return services
            .AddActivity(ExecuteStep.Reference).AddActivity(VerifyStep.Reference).AddActivity(StepGaveUp.Reference).AddActivity(ResumeAfterApproval.Reference)
            .AddActivity(UndoStep.Reference).AddActivity(ReadGiven.Reference).AddActivity(VerifyUndo.Reference);
    }
}

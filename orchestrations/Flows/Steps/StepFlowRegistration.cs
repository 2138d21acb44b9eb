using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Stages.Secrets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Flows.Steps;

/// <summary>Registers the workflows that all flows share: the end of temporary access, and "this was not me", and what technicians do with the help they got.</summary>
public static class StepFlowRegistration
{
    /// <summary>Adds it. Needs execution from elsewhere.</summary>
    public static IServiceCollection AddStepFlow(this IServiceCollection services)
    {
        services.TryAddSingleton<NotMeService>();
        services.TryAddSingleton<AssistAnswers>();
        services.TryAddSingleton<IProofAlarm, ProofAlarm>();
        services.TryAddSingleton<RemoteSessionService>();
        return services.AddWorkflow(NotMeWorkflow.Reference).AddWorkflow(AccessExpiryWorkflow.Reference).AddActivity(ScheduleExpiry.Reference);
    }
}

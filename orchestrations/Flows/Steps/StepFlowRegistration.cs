using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Flows.Steps;

/// <summary>Registers the workflows that all flows share: the end of temporary access, and "this was not me".</summary>
public static class StepFlowRegistration
{
    /// <summary>Adds it. Needs execution from elsewhere.</summary>
    public static IServiceCollection AddStepFlow(this IServiceCollection services)
    {
        services.TryAddSingleton<NotMeService>();
        services.TryAddSingleton<RemoteSessionService>();
        return services.AddWorkflow(NotMeWorkflow.Reference).AddWorkflow(AccessExpiryWorkflow.Reference).AddActivity(ScheduleExpiry.Reference);
    }
}

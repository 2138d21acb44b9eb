using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Orchestrations.Flows.Steps;

/// <summary>Registers the workflows that all flows share: the end of temporary access.</summary>
public static class StepFlowRegistration
{
    /// <summary>Adds it. Needs execution from elsewhere.</summary>
    public static IServiceCollection AddStepFlow(this IServiceCollection services)
    {
        return services.AddWorkflow(AccessExpiryWorkflow.Reference).AddActivity(ScheduleExpiry.Reference);
    }
}

using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Flows.Actions;

/// <summary>Registers the steps that operators have done on the page of a case.</summary>
public static class ActionFlowRegistration
{
    /// <summary>Adds it. Needs planning, policy, approvals and execution from elsewhere.</summary>
    public static IServiceCollection AddActionFlow(this IServiceCollection services)
    {
        services.TryAddSingleton<ActionBasis>();
        services.TryAddSingleton<ActionNotes>();
        services.TryAddSingleton<ActionRequests>();
        services.TryAddSingleton<ActionService>();
        return services.AddWorkflow(ActionWorkflow.Reference).AddActivity(MakeAction.Reference).AddActivity(CloseAction.Reference);
    }
}

using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Flows.TakeOver;

/// <summary>Registers the take-over of a workflow by an operator.</summary>
public static class TakeOverRegistration
{
    /// <summary>Adds it. Needs operations, outcomes and the other flows from elsewhere.</summary>
    public static IServiceCollection AddTakeOver(this IServiceCollection services)
    {
        services.TryAddSingleton<OperatorService>();
        return services.AddWorkflow(TakeOverWorkflow.Reference);
    }
}

using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Flows.Undo;

/// <summary>Registers the undo that an operator asks for.</summary>
public static class UndoFlowRegistration
{
    /// <summary>Adds it. Needs planning, policy, approvals and execution from elsewhere.</summary>
    public static IServiceCollection AddUndoFlow(this IServiceCollection services)
    {
        services.TryAddSingleton<UndoRequests>();
        services.TryAddSingleton<UndoService>();
        return services.AddWorkflow(UndoWorkflow.Reference).AddActivity(MakeUndo.Reference).AddActivity(CloseUndo.Reference);
    }
}

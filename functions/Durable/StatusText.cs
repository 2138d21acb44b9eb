using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.DurableTask.Client;

namespace HelpDesk.Functions.Durable;

/// <summary>How an instance of Durable Functions reads on the port. Suspended is the port's suspended: an operator decides.</summary>
internal static class StatusText
{
    /// <summary>The tag of a child that holds the id of its parent.</summary>
    public const string ParentTag = "helpdesk.parent";

    public static WorkflowStatus Of(OrchestrationMetadata instance)
    {
        var state = StateOf(instance.RuntimeStatus);
        return new WorkflowStatus(
            instance.InstanceId, instance.Name, state, instance.ReadCustomStatusAs<string>(), instance.CreatedAt, instance.LastUpdatedAt,
            state == WorkflowState.Completed ? instance.ReadOutputAs<string>() : null, FailureOf(instance, state),
            instance.Tags.GetValueOrDefault(ParentTag));
    }

    public static IEnumerable<OrchestrationRuntimeStatus>? StatesOf(WorkflowState? state) => state switch
    {
        null => null,
        WorkflowState.Pending => [OrchestrationRuntimeStatus.Pending],
        WorkflowState.Running => [OrchestrationRuntimeStatus.Running],
        WorkflowState.Completed => [OrchestrationRuntimeStatus.Completed],
        WorkflowState.Failed => [OrchestrationRuntimeStatus.Failed],
        WorkflowState.Terminated => [OrchestrationRuntimeStatus.Terminated],
        _ => [OrchestrationRuntimeStatus.Suspended],
    };

    private static WorkflowState StateOf(OrchestrationRuntimeStatus status) => status switch
    {
        OrchestrationRuntimeStatus.Pending => WorkflowState.Pending,
        OrchestrationRuntimeStatus.Completed => WorkflowState.Completed,
        OrchestrationRuntimeStatus.Failed => WorkflowState.Failed,
        OrchestrationRuntimeStatus.Terminated => WorkflowState.Terminated,
        OrchestrationRuntimeStatus.Suspended => WorkflowState.Suspended,
        // Running; "continued as new" and "cancelled" are not reported any more.
        _ => WorkflowState.Running,
    };

    private static string? FailureOf(OrchestrationMetadata instance, WorkflowState state) => state switch
    {
        WorkflowState.Failed => instance.FailureDetails is { } details ? WorkflowFailedException.FailureIn(details).Message : "It failed.",
        WorkflowState.Terminated => instance.SerializedOutput is null ? "It was ended." : instance.ReadOutputAs<string>(),
        WorkflowState.Suspended => "It is suspended.",
        _ => null,
    };
}

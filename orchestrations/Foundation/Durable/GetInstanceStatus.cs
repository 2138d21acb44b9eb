namespace HelpDesk.Orchestrations.Foundation.Durable;

/// <summary>Looks at another instance for a workflow. Engines use it whose own child workflows tell too little.</summary>
public sealed class GetInstanceStatus(IWorkflowClient workflows) : Activity<string, GetInstanceStatus.Result>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<string, Result> Reference = Named<GetInstanceStatus>("get-instance-status");

    /// <inheritdoc />
    public override async Task<Result> RunAsync(ActivityContext context, string input)
    {
        var status = await workflows.GetStatusAsync(input, context.Cancellation);
        return new Result(status?.State, status?.Failure);
    }

    /// <summary>What <see cref="GetInstanceStatus"/> saw.</summary>
    /// <param name="State">The state of the instance; null when no instance has that id.</param>
    /// <param name="Failure">Why it failed or was ended.</param>
    public sealed record Result(WorkflowState? State, string? Failure);
}

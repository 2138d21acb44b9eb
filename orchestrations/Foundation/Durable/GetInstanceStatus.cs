namespace HelpDesk.Orchestrations.Foundation.Durable;

/// <summary>Looks at another instance for a workflow. Engines use it whose own child workflows tell too little.</summary>
public sealed class GetInstanceStatus(IWorkflowClient workflows) : Activity<string, InstanceStatus>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<string, InstanceStatus> Reference = Named<GetInstanceStatus>("get-instance-status");

    /// <inheritdoc />
    public override async Task<InstanceStatus> RunAsync(ActivityContext context, string input)
    {
        var status = await workflows.GetStatusAsync(input, context.Cancellation);
        return new InstanceStatus(status?.State, status?.Failure);
    }
}

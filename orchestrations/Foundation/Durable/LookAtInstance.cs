namespace HelpDesk.Orchestrations.Foundation.Durable;

/// <summary>Looks at another instance for a workflow. Engines use it whose own child workflows tell too little.</summary>
public sealed class LookAtInstance(IWorkflowClient workflows) : Activity<string, InstanceLook>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<string, InstanceLook> Reference = Named<LookAtInstance>("look-at-instance");

    /// <inheritdoc />
    public override async Task<InstanceLook> RunAsync(ActivityContext context, string input)
    {
        var status = await workflows.GetStatusAsync(input, context.Cancellation);
        return new InstanceLook(status?.State, status?.Failure);
    }
}

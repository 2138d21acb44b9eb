using System.Globalization;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Orchestrations.Flows.Steps;

/// <summary>Starts the workflow that takes a temporary access back; it outlives the case.</summary>
public sealed class ScheduleExpiry(IWorkflowClient workflows) : Activity<AccessExpiryWorkflow.Input, Unit>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<AccessExpiryWorkflow.Input, Unit> Reference = Named<ScheduleExpiry>("schedule-expiry");

    /// <inheritdoc />
    public override async Task<Unit> RunAsync(ActivityContext context, AccessExpiryWorkflow.Input input)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{input.Step.CaseId}-expiry-{input.Step.Index}");
        await workflows.StartAsync(AccessExpiryWorkflow.Reference, id, input, context.Cancellation);
        return Unit.Value;
    }
}

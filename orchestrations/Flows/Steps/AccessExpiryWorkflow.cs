using System.Globalization;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Stages.Execution.Undo;

namespace HelpDesk.Orchestrations.Flows.Steps;

/// <summary>Takes a temporary access back when its time is over.</summary>
public sealed class AccessExpiryWorkflow : Workflow<AccessExpiryWorkflow.Input, UndoReport>
{
    /// <summary>How it is started.</summary>
    public static readonly WorkflowReference<Input, UndoReport> Reference = Named<AccessExpiryWorkflow>("access-expiry");

    // Access that should be gone is tried for a month before an operator sees it fail.
    private static readonly RetryPolicy Patient = new(10_000, TimeSpan.FromSeconds(5), MaxDelay: TimeSpan.FromHours(1), GiveUpAfter: TimeSpan.FromDays(30));

    /// <inheritdoc />
    public override async Task<UndoReport> RunAsync(WorkflowContext context, Input input)
    {
        context.SetStatus("Waiting for the access to expire");
        await context.SleepUntilAsync(input.ExpiresAt);
        var report = await UndoStage.RunAsync(context, new UndoStepInput(input.Step, input.StartedAt, "Its time is over."), Patient);
        // Access that should be gone and is not must not look finished: failed workflows stand before the operators.
        return report.IsBack ? report : throw new StepFailedException(UndoStep.Reference.Name, report.Outcome.ToString(), report.Note);
    }

    /// <summary>What <see cref="AccessExpiryWorkflow"/> takes.</summary>
    /// <param name="Step">The step that is undone.</param>
    /// <param name="StartedAt">When the step started, UTC.</param>
    /// <param name="ExpiresAt">When it is undone, UTC.</param>
    public sealed record Input(StepInput Step, DateTimeOffset StartedAt, DateTimeOffset ExpiresAt);
}

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

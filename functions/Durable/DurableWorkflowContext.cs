using System.Globalization;
using HelpDesk.Orchestrations.Durable;
using Microsoft.DurableTask;
using RetryPolicy = HelpDesk.Orchestrations.Durable.RetryPolicy;

namespace HelpDesk.Functions.Durable;

/// <summary>The port over Durable Functions. Its trace is handed on to activities, children and the next run. Steps are numbered as on the embedded engine, so that idempotency keys have the same form.</summary>
public sealed class DurableWorkflowContext(TaskOrchestrationContext durable, string? trace = null) : WorkflowContext
{
    // What a failed activity function says when its process died: the step is repeated like any fault worth repeating.
    private static readonly ActivityFault Interrupted = new("Interrupted", "The activity function did not end: its process died or was stopped.", IsRetryable: true, RetryAfter: null);

    private int _step;

    /// <summary>True when the workflow asked to be continued as new: its result is then ignored.</summary>
    public bool IsContinuedAsNew { get; private set; }

    /// <inheritdoc />
    public override string InstanceId => durable.InstanceId;

    /// <inheritdoc />
    public override DateTimeOffset UtcNow => new(DateTime.SpecifyKind(durable.CurrentUtcDateTime, DateTimeKind.Utc));

    /// <inheritdoc />
    public override bool IsReplaying => durable.IsReplaying;

    /// <inheritdoc />
    public override Guid NewGuid() => durable.NewGuid();

    /// <inheritdoc />
    public override async Task<TOut> CallAsync<TIn, TOut>(ActivityReference<TIn, TOut> activity, TIn input, RetryPolicy? retry = null)
    {
        var policy = retry ?? RetryPolicy.None;
        var key = string.Create(CultureInfo.InvariantCulture, $"{InstanceId}/{++_step}");
        var json = DurableJson.WritePayload(input, activity.Name);
        var firstAttempt = UtcNow;

        for (var attempt = 1; ; attempt++)
        {
            var reply = await AttemptAsync(activity.Name, new ActivityRequest(InstanceId, key, attempt, json, trace));
            if (reply.Fault is not { } fault)
                return DurableJson.Read<TOut>(reply.OutputJson!);

            var delay = policy.DelayAfter(attempt, fault.RetryAfter);
            if (!fault.IsRetryable || attempt >= policy.MaxAttempts || UtcNow + delay - firstAttempt > policy.GiveUpAfter)
                throw new StepFailedException(activity.Name, fault.Code, fault.Message, fault.IsRetryable);
            await SleepUntilAsync(UtcNow + delay);
        }
    }

    /// <inheritdoc />
    public override async Task<TOut> CallChildAsync<TIn, TOut>(WorkflowReference<TIn, TOut> workflow, TIn input, string? childId = null)
    {
        // A colon where the embedded engine writes a slash: Durable's storage takes no slash in an instance id.
        var step = ++_step;
        var options = new SubOrchestrationOptions(instanceId: childId ?? string.Create(CultureInfo.InvariantCulture, $"{InstanceId}:{step}"));
        try
        {
            var payload = TracedPayload.Join(trace, DurableJson.WritePayload(input, workflow.Name));
            return DurableJson.Read<TOut>(await durable.CallSubOrchestratorAsync<string>(workflow.Name, payload, options));
        }
        catch (TaskFailedException failed)
        {
            var type = failed.FailureDetails.ErrorType;
            throw new StepFailedException(workflow.Name, type[(type.LastIndexOf('.') + 1)..], failed.FailureDetails.ErrorMessage);
        }
    }

    /// <inheritdoc />
    public override Task SleepUntilAsync(DateTimeOffset moment) =>
        moment <= UtcNow ? Task.CompletedTask : durable.CreateTimer(moment.UtcDateTime, CancellationToken.None);

    /// <inheritdoc />
    public override async Task<EventOutcome<T>> WaitForEventAsync<T>(string name, DateTimeOffset deadline)
    {
        var patience = deadline - UtcNow;
        try
        {
            // A deadline in the past still takes an event that is already there.
            var json = await durable.WaitForExternalEvent<string>(name, patience > TimeSpan.Zero ? patience : TimeSpan.FromMilliseconds(1));
            return new EventOutcome<T>(true, DurableJson.Read<T>(json));
        }
        catch (OperationCanceledException)
        {
            return new EventOutcome<T>(false, default);
        }
    }

    /// <inheritdoc />
    public override void SetStatus(string status) => durable.SetCustomStatus(status);

    /// <inheritdoc />
    public override void ContinueAsNew<TIn>(TIn input)
    {
        IsContinuedAsNew = true;
        durable.ContinueAsNew(TracedPayload.Join(trace, DurableJson.WritePayload(input, "continue-as-new")), preserveUnprocessedEvents: true);
    }

    private async Task<ActivityReply> AttemptAsync(string activity, ActivityRequest request)
    {
        try
        {
            return await durable.CallActivityAsync<ActivityReply>(activity, request);
        }
        catch (TaskFailedException)
        {
            return new ActivityReply(null, Interrupted);
        }
    }
}

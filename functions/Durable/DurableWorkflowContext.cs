using System.Globalization;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.DurableTask;
using RetryPolicy = HelpDesk.Orchestrations.Foundation.Durable.RetryPolicy;

namespace HelpDesk.Functions.Durable;

/// <summary>
/// The port over Durable Functions. Steps are numbered as on the embedded engine, so idempotency keys are the same. The trace is handed on to
/// activities, children and the next generation.
/// </summary>
public sealed class DurableWorkflowContext : WorkflowContext
{
    private readonly TaskOrchestrationContext _durable;
    private readonly ActivityCalls _calls;
    private readonly OpenTimers _timers;
    private readonly EventBox _events;
    private readonly string? _trace;
    private readonly HashSet<string> _childIds = new(StringComparer.Ordinal);
    private string? _nextInput;
    private int _step;

    /// <param name="durable">The orchestrator function's context.</param>
    /// <param name="stepsBefore">Steps of the generations before this one; 0 for the first.</param>
    /// <param name="trace">The trace it belongs to; null when there is none.</param>
    /// <param name="share">In whose name it works (<see cref="WorkShare"/>); null when its workflow does not say.</param>
    public DurableWorkflowContext(TaskOrchestrationContext durable, int stepsBefore, string? trace = null, string? share = null)
    {
        (_durable, _step, _trace) = (durable, stepsBefore, trace);
        _timers = new OpenTimers(durable);
        _calls = new ActivityCalls(durable, _timers, trace, share);
        _events = new EventBox(durable, _timers);
    }

    /// <inheritdoc />
    public override string InstanceId => _durable.InstanceId;

    /// <inheritdoc />
    public override DateTimeOffset UtcNow => _timers.Now;

    /// <inheritdoc />
    public override bool IsReplaying => _durable.IsReplaying;

    /// <inheritdoc />
    public override Guid NewGuid()
    {
        Guard();
        return _durable.NewGuid();
    }

    /// <inheritdoc />
    public override Task<TOut> CallAsync<TIn, TOut>(ActivityReference<TIn, TOut> activity, TIn input, RetryPolicy? retry = null)
    {
        Guard();
        var json = Payload.Write(input, StepName("activity", activity.Name));
        return ReadAsync<TOut>(_calls.RunAsync(activity.Name, NextKey(), json, retry ?? RetryPolicy.None));
    }

    /// <inheritdoc />
    public override Task<TOut> CallChildAsync<TIn, TOut>(WorkflowReference<TIn, TOut> workflow, TIn input, string? childId = null)
    {
        Guard();
        var json = Payload.Write(input, StepName("child", workflow.Name));
        var key = NextKey();
        return ReadAsync<TOut>(RunChildAsync(workflow.Name, key, json, childId));
    }

    /// <inheritdoc />
    public override Task SleepUntilAsync(DateTimeOffset moment)
    {
        Guard();
        if (moment <= UtcNow)
            return Task.CompletedTask;
        _step++;
        return _timers.UntilAsync(moment);
    }

    /// <inheritdoc />
    public override async Task<EventOutcome<T>> WaitForEventAsync<T>(string name, DateTimeOffset deadline)
    {
        Guard();
        _step++;
        return await _events.WaitAsync(name, deadline) is { } raised
            ? new EventOutcome<T>(true, DurableJson.Read<T>(raised.Json))
            : new EventOutcome<T>(false, default);
    }

    /// <inheritdoc />
    public override void SetStatus(string status)
    {
        Guard();
        _durable.SetCustomStatus(status.Length <= LongestStatus ? status : status[..LongestStatus]);
    }

    /// <inheritdoc />
    public override void ContinueAsNew<TIn>(TIn input)
    {
        Guard();
        _nextInput = Payload.Write(input, $"{InstanceId} continue-as-new");
    }

    /// <summary>Continues as new when the workflow asked for it. Only then: a workflow that failed has failed.</summary>
    internal bool GoOn()
    {
        if (_nextInput is null)
            return false;
        _events.GoOn();
        _durable.ContinueAsNew(new WorkflowInput(_nextInput, _step, _trace).ToText(), preserveUnprocessedEvents: true);
        return true;
    }

    /// <summary>Gives up what the workflow left open.</summary>
    internal void End() => _timers.End();

    private static async Task<T> ReadAsync<T>(Task<string> json) => DurableJson.Read<T>(await json);

    private async Task<string> RunChildAsync(string workflow, string key, string json, string? childId)
    {
        var id = childId ?? ChildIdOf(InstanceId, _step);
        // Durable replaces a finished instance of that id, and lets the caller wait for ever beside a running one.
        if (!_childIds.Add(id) || (childId is not null && (await StatusAsync(key, id)).State is not null))
            throw Failed(workflow, StepFailure.InstanceIdUsed(id));
        var options = new SubOrchestrationOptions(instanceId: id) { Tags = new Dictionary<string, string>(StringComparer.Ordinal) { [StatusText.ParentTag] = InstanceId } };
        try
        {
            return await _durable.CallSubOrchestratorAsync<string>(workflow, new WorkflowInput(json, StepsBefore: 0, _trace).ToText(), options);
        }
        catch (TaskFailedException failed)
        {
            // Source: the SDK (1.25.0) has no failure details, against its own annotation, for an instance that was ended from outside.
            if (failed.FailureDetails is { } details)
                throw Failed(workflow, WorkflowFailedException.FailureIn(details));
            throw Failed(workflow, StepFailure.Terminated(workflow, (await StatusAsync(key, id)).Failure ?? "no reason was given"));
        }
    }

    private async Task<GetInstanceStatus.Result> StatusAsync(string key, string instanceId) =>
        DurableJson.Read<GetInstanceStatus.Result>(await _calls.RunAsync(GetInstanceStatus.Reference.Name, key, DurableJson.Write(instanceId), RetryPolicy.Vendor));

    private static StepFailedException Failed(string step, StepFailure failure) => new(step, failure.Code, failure.Message, failure.IsRetryable);

    private void Guard()
    {
        if (_nextInput is not null)
            throw new InvalidOperationException("Nothing may follow ContinueAsNew: return right after it.");
    }

    private string NextKey() => string.Create(CultureInfo.InvariantCulture, $"{InstanceId}/{++_step}");

    private string StepName(string kind, string name) => string.Create(CultureInfo.InvariantCulture, $"{InstanceId}/{_step + 1} {kind}:{name}");
}

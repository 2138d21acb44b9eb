using System.Collections.Concurrent;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Stages.Intake;

namespace HelpDesk.Orchestrations.Tests.Intake;

/// <summary>A queue that starts instances as the engine does: an id once.</summary>
public sealed class MemoryWorkflows : IWorkflowClient, ITicketQueue
{
    public ConcurrentDictionary<string, int> Starts { get; } = new(StringComparer.Ordinal);

    public ConcurrentQueue<QueuedTicket> Messages { get; } = new();

    /// <summary>Of each message, whether it was said to be sent again.</summary>
    public ConcurrentQueue<bool> SentAgain { get; } = new();

    public bool IsDown { get; set; }

    /// <summary>An instance that can never be started.</summary>
    public string? Refused { get; set; }

    /// <summary>Why the queue does not take it.</summary>
    public Exception Refusal { get; set; } = new StepFailedException("start", "PayloadTooLarge", "The payload has too many bytes.");

    public Task EnqueueAsync(QueuedTicket message, bool isAgain, CancellationToken cancellation)
    {
        if (message.InstanceId == Refused)
            throw Refusal;
        if (IsDown)
            throw new VendorException("store", "stopping", "The engine is stopping.", isRetryable: true);
        Messages.Enqueue(message);
        SentAgain.Enqueue(isAgain);
        Starts.TryAdd(message.InstanceId, 1);
        return Task.CompletedTask;
    }

    public Task<WorkflowStatus?> GetStatusAsync(string instanceId, CancellationToken cancellation) => Task.FromResult(
        Starts.ContainsKey(instanceId)
            ? new WorkflowStatus(instanceId, "ticket", WorkflowState.Running, null, default, default, null, null, null)
            : null);

    public Task<bool> StartAsync<TIn, TOut>(WorkflowReference<TIn, TOut> workflow, string instanceId, TIn input, CancellationToken cancellation) =>
        instanceId == Refused
            ? throw new StepFailedException("start", "PayloadTooLarge", "The payload has too many bytes.")
            : Task.FromResult(Starts.TryAdd(instanceId, 1));

    public Task<bool> RaiseEventAsync<T>(string instanceId, string name, T payload, CancellationToken cancellation) => throw new NotSupportedException();

    public IAsyncEnumerable<WorkflowStatus> ListAsync(WorkflowState? state, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<bool> TerminateAsync(string instanceId, string reason, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<bool> ResumeAsync(string instanceId, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<int> PurgeAsync(DateTimeOffset finishedBefore, CancellationToken cancellation) => throw new NotSupportedException();
}

namespace HelpDesk.Orchestrations.Foundation.Durable;

/// <summary>How everything outside a workflow talks to the durable engine.</summary>
public interface IWorkflowClient
{
    /// <summary>
    /// Starts a workflow under an id, durably, or finds that the id was used before, running or finished: both are success, and
    /// a finished instance is never overwritten.
    /// </summary>
    /// <returns>True when this call started it.</returns>
    Task<bool> StartAsync<TIn, TOut>(WorkflowReference<TIn, TOut> workflow, string instanceId, TIn input, CancellationToken cancellation);

    /// <summary>Raises an event; kept until the instance waits for it. An unknown or finished instance drops it.</summary>
    /// <returns>True when the instance exists and is not finished.</returns>
    Task<bool> RaiseEventAsync<T>(string instanceId, string name, T payload, CancellationToken cancellation);

    /// <summary>The status of one instance, or null when the id is unknown (or was purged).</summary>
    Task<WorkflowStatus?> GetStatusAsync(string instanceId, CancellationToken cancellation);

    /// <summary>All instances, newest first, optionally of one state.</summary>
    IAsyncEnumerable<WorkflowStatus> ListAsync(WorkflowState? state, CancellationToken cancellation);

    /// <summary>Ends an instance at its next turn without running further code of it.</summary>
    /// <returns>False when it is unknown or already finished.</returns>
    Task<bool> TerminateAsync(string instanceId, string reason, CancellationToken cancellation);

    /// <summary>Lets an operator run a suspended instance again, after the cause was removed.</summary>
    /// <returns>False when it is not suspended.</returns>
    Task<bool> ResumeAsync(string instanceId, CancellationToken cancellation);

    /// <summary>Deletes the histories of instances that finished before a moment.</summary>
    /// <returns>How many.</returns>
    Task<int> PurgeAsync(DateTimeOffset finishedBefore, CancellationToken cancellation);
}

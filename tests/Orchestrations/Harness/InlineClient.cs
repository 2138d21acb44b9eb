using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Orchestrations.Tests.Harness;

/// <summary>Remembers what was started and raised; a test runs it when it wants.</summary>
public sealed class InlineClient : IWorkflowClient
{
    public Dictionary<string, object> Started { get; } = new(StringComparer.Ordinal);

    public List<(string Instance, string Event)> Raised { get; } = [];

    /// <summary>What there is; a test puts it there, ending and resuming change it.</summary>
    public Dictionary<string, WorkflowStatus> Statuses { get; } = new(StringComparer.Ordinal);

    /// <summary>True while the engine takes nothing.</summary>
    public bool IsDown { get; set; }

    public Task<bool> StartAsync<TIn, TOut>(WorkflowReference<TIn, TOut> workflow, string instanceId, TIn input, CancellationToken cancellation) =>
        IsDown ? throw new InvalidOperationException("The engine has stopped.") : Task.FromResult(Started.TryAdd(instanceId, input!));

    public Task<bool> RaiseEventAsync<T>(string instanceId, string name, T payload, CancellationToken cancellation)
    {
        if (IsDown)
            throw new InvalidOperationException("The engine has stopped.");
        lock (Raised)
            Raised.Add((instanceId, name));
        return Task.FromResult(true);
    }

    public Task<WorkflowStatus?> GetStatusAsync(string instanceId, CancellationToken cancellation) => Task.FromResult(Statuses.GetValueOrDefault(instanceId));

    public IAsyncEnumerable<WorkflowStatus> ListAsync(WorkflowState? state, CancellationToken cancellation) => AsyncEnumerable.Empty<WorkflowStatus>();

    public Task<bool> TerminateAsync(string instanceId, string reason, CancellationToken cancellation) =>
        Task.FromResult(Move(instanceId, WorkflowState.Terminated, WorkflowState.Pending, WorkflowState.Running, WorkflowState.Suspended));

    public Task<bool> ResumeAsync(string instanceId, CancellationToken cancellation) => Task.FromResult(Move(instanceId, WorkflowState.Running, WorkflowState.Suspended));

    public Task<int> PurgeAsync(DateTimeOffset finishedBefore, CancellationToken cancellation) => Task.FromResult(0);

    private bool Move(string instanceId, WorkflowState to, params WorkflowState[] from)
    {
        if (!Statuses.TryGetValue(instanceId, out var status) || !from.Contains(status.State))
            return false;
        Statuses[instanceId] = status with { State = to };
        return true;
    }
}

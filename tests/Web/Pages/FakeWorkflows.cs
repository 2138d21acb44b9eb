using System.Collections.Concurrent;
using HelpDesk.Orchestrations.Durable;
using HelpDesk.Orchestrations.Intake;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>An engine that runs nothing and notes who was woken.</summary>
public sealed class FakeWorkflows : IWorkflowClient, ITicketQueue
{
    public ConcurrentQueue<(string Instance, string Event)> Raised { get; } = new();

    public Task EnqueueAsync(QueuedTicket message, CancellationToken cancellation) => Task.CompletedTask;

    public Task<bool> StartAsync<TIn, TOut>(WorkflowReference<TIn, TOut> workflow, string instanceId, TIn input, CancellationToken cancellation) => Task.FromResult(true);

    public Task<bool> RaiseEventAsync<T>(string instanceId, string name, T payload, CancellationToken cancellation)
    {
        Raised.Enqueue((instanceId, name));
        return Task.FromResult(true);
    }

    public Task<WorkflowStatus?> GetStatusAsync(string instanceId, CancellationToken cancellation) => Task.FromResult(
        instanceId == "servicenow-queued" ? new WorkflowStatus(instanceId, "ticket", WorkflowState.Pending, null, default, default, null, null, null) : null);

    public async IAsyncEnumerable<WorkflowStatus> ListAsync(WorkflowState? state, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        yield break;
    }

    public Task<bool> TerminateAsync(string instanceId, string reason, CancellationToken cancellation) => Task.FromResult(false);

    public Task<bool> UnparkAsync(string instanceId, CancellationToken cancellation) => Task.FromResult(false);

    public Task<int> PurgeAsync(DateTimeOffset finishedBefore, CancellationToken cancellation) => Task.FromResult(0);
}

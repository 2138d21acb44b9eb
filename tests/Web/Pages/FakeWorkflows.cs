using System.Collections.Concurrent;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Stages.Intake;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>An engine that runs nothing, and notes who was woken, started, resumed.</summary>
public sealed class FakeWorkflows : IWorkflowClient, ITicketQueue
{
    public const string Queued = "servicenow-queued";

    public ConcurrentQueue<(string Instance, string Event)> Raised { get; } = new();

    public ConcurrentQueue<(string Workflow, string Instance)> Started { get; } = new();

    public ConcurrentQueue<string> Resumed { get; } = new();

    /// <summary>What there is, the newest first.</summary>
    public List<WorkflowStatus> Statuses { get; } = [new(Queued, "ticket", WorkflowState.Pending, null, default, default, null, null, null)];

    public Task EnqueueAsync(QueuedTicket message, bool isAgain, CancellationToken cancellation) => Task.CompletedTask;

    public Task<bool> StartAsync<TIn, TOut>(WorkflowReference<TIn, TOut> workflow, string instanceId, TIn input, CancellationToken cancellation)
    {
        Started.Enqueue((workflow.Name, instanceId));
        return Task.FromResult(true);
    }

    public Task<bool> RaiseEventAsync<T>(string instanceId, string name, T payload, CancellationToken cancellation)
    {
        Raised.Enqueue((instanceId, name));
        return Task.FromResult(true);
    }

    public Task<WorkflowStatus?> GetStatusAsync(string instanceId, CancellationToken cancellation) =>
        Task.FromResult(Statuses.Find(status => status.InstanceId == instanceId));

    public IAsyncEnumerable<WorkflowStatus> ListAsync(WorkflowState? state, CancellationToken cancellation) =>
        Statuses.Where(status => state is null || status.State == state).ToAsyncEnumerable();

    public Task<bool> TerminateAsync(string instanceId, string reason, CancellationToken cancellation) => Task.FromResult(false);

    public Task<bool> ResumeAsync(string instanceId, CancellationToken cancellation)
    {
        Resumed.Enqueue(instanceId);
        return Task.FromResult(true);
    }

    public Task<int> PurgeAsync(DateTimeOffset finishedBefore, CancellationToken cancellation) => Task.FromResult(0);
}

using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Functions.Tests.Intake;

/// <summary>A Durable backend that does not answer until a moment, then is another.</summary>
internal sealed class DownWorkflows(IWorkflowClient after, TimeProvider time, DateTimeOffset until) : IWorkflowClient
{
    private IWorkflowClient Backend => time.GetUtcNow() >= until
        ? after
        : throw new VendorException("durable", "Unavailable", "The Durable backend did not answer.", isRetryable: true);

    public Task<bool> StartAsync<TIn, TOut>(WorkflowReference<TIn, TOut> workflow, string instanceId, TIn input, CancellationToken cancellation) =>
        Backend.StartAsync(workflow, instanceId, input, cancellation);

    public Task<bool> RaiseEventAsync<T>(string instanceId, string name, T payload, CancellationToken cancellation) =>
        Backend.RaiseEventAsync(instanceId, name, payload, cancellation);

    public Task<WorkflowStatus?> GetStatusAsync(string instanceId, CancellationToken cancellation) => Backend.GetStatusAsync(instanceId, cancellation);

    public IAsyncEnumerable<WorkflowStatus> ListAsync(WorkflowState? state, CancellationToken cancellation) => Backend.ListAsync(state, cancellation);

    public Task<bool> TerminateAsync(string instanceId, string reason, CancellationToken cancellation) => Backend.TerminateAsync(instanceId, reason, cancellation);

    public Task<bool> ResumeAsync(string instanceId, CancellationToken cancellation) => Backend.ResumeAsync(instanceId, cancellation);

    public Task<int> PurgeAsync(DateTimeOffset finishedBefore, CancellationToken cancellation) => Backend.PurgeAsync(finishedBefore, cancellation);
}

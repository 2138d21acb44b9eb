using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Functions.Tests.Intake;

/// <summary>A Durable backend that does not answer.</summary>
internal sealed class DownWorkflows : IWorkflowClient
{
    public Task<bool> StartAsync<TIn, TOut>(WorkflowReference<TIn, TOut> workflow, string instanceId, TIn input, CancellationToken cancellation) => throw Down();

    public Task<bool> RaiseEventAsync<T>(string instanceId, string name, T payload, CancellationToken cancellation) => throw Down();

    public Task<WorkflowStatus?> GetStatusAsync(string instanceId, CancellationToken cancellation) => throw Down();

    public IAsyncEnumerable<WorkflowStatus> ListAsync(WorkflowState? state, CancellationToken cancellation) => throw Down();

    public Task<bool> TerminateAsync(string instanceId, string reason, CancellationToken cancellation) => throw Down();

    public Task<bool> ResumeAsync(string instanceId, CancellationToken cancellation) => throw Down();

    public Task<int> PurgeAsync(DateTimeOffset finishedBefore, CancellationToken cancellation) => throw Down();

    private static VendorException Down() => new("durable", "Unavailable", "The Durable backend did not answer.", isRetryable: true);
}

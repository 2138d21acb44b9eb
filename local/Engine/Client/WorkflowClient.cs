using System.Runtime.CompilerServices;
using HelpDesk.Local.Engine.Hosting;
using HelpDesk.Local.Engine.Runtime;
using HelpDesk.Local.Engine.Store;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Local.Engine.Client;

/// <summary>The embedded engine's side of <see cref="IWorkflowClient"/>: every answer comes after its commit is on disk.</summary>
internal sealed class WorkflowClient(EmbeddedEngine engine) : IWorkflowClient
{
    private const int PageSize = 256;

    public async Task<bool> StartAsync<TIn, TOut>(
        WorkflowReference<TIn, TOut> workflow, string instanceId, TIn input, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        var runtime = engine.Runtime;
        if (runtime.Catalog.Workflow(workflow.Name) is null)
            throw new InvalidOperationException($"Workflow {workflow.Name} is not registered: add it with AddWorkflow.");
        var json = Payload.Write(input, $"start of {workflow.Name} {instanceId}");
        await EnterAsync(runtime, cancellation);
        var write = new StartWrite(runtime, new NewInstance(
            instanceId, workflow.Name, json, EngineTelemetry.TraceOfCaller(), runtime.Time.GetUtcNow()));
        runtime.Writer.Enqueue(write);
        // Not cancelled from here on: it may already be on disk.
        return await write.Done;
    }

    public async Task<bool> RaiseEventAsync<T>(string instanceId, string name, T payload, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var runtime = engine.Runtime;
        var json = Payload.Write(payload, $"event {name} for {instanceId}");
        var raisedAt = runtime.Time.GetUtcNow();
        await EnterAsync(runtime, cancellation);
        var write = new EventWrite(runtime, instanceId, name, json, raisedAt);
        runtime.Writer.Enqueue(write);
        return await write.Done;
    }

    public Task<WorkflowStatus?> GetStatusAsync(string instanceId, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(engine.Runtime.Readers.Read(r => r.Status(instanceId)));
    }

    public async IAsyncEnumerable<WorkflowStatus> ListAsync(WorkflowState? state, [EnumeratorCancellation] CancellationToken cancellation)
    {
        long? before = long.MaxValue;
        while (before is { } row)
        {
            cancellation.ThrowIfCancellationRequested();
            (var page, before) = engine.Runtime.Readers.Read(r => r.List(state, row, PageSize));
            foreach (var status in page)
                yield return status;
            await Task.Yield();
        }
    }

    public Task<bool> TerminateAsync(string instanceId, string reason, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var write = new TerminateWrite(engine.Runtime, instanceId, reason);
        engine.Runtime.Writer.Enqueue(write);
        return write.Done;
    }

    public Task<bool> ResumeAsync(string instanceId, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var write = new ResumeWrite(engine.Runtime, instanceId);
        engine.Runtime.Writer.Enqueue(write);
        return write.Done;
    }

    public Task<int> PurgeAsync(DateTimeOffset finishedBefore, CancellationToken cancellation) =>
        engine.Runtime.PurgeAsync(finishedBefore, cancellation);

    private static async Task EnterAsync(EngineRuntime runtime, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, runtime.Stopping);
        try
        {
            await runtime.Admission.EnterAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new EngineStoppedException("The engine is stopping: nothing more is accepted.");
        }
    }
}

using System.Diagnostics;
using System.Runtime.CompilerServices;
using DurableTask.Core.Exceptions;
using Grpc.Core;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace HelpDesk.Functions.Durable;

/// <summary>The port's client over Durable Functions.</summary>
public sealed class DurableWorkflowClient(DurableClients clients, IEnumerable<WorkflowReference> workflows, TimeProvider time) : IWorkflowClient
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(10);

    // Newest first without reading all: Durable lists in no order, so it is asked window by window.
    private static readonly TimeSpan[] Windows = [TimeSpan.FromHours(6), TimeSpan.FromDays(2), TimeSpan.FromDays(14), TimeSpan.FromDays(90)];

    private static readonly OrchestrationRuntimeStatus[] Finished =
        [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    private static readonly OrchestrationRuntimeStatus[] Unfinished =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    /// <inheritdoc />
    public async Task<bool> StartAsync<TIn, TOut>(WorkflowReference<TIn, TOut> workflow, string instanceId, TIn input, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        if (!workflows.Any(known => known.Name == workflow.Name))
            throw new InvalidOperationException($"Workflow {workflow.Name} is not registered: add it with AddWorkflow.");
        var payload = new WorkflowInput(Payload.Write(input, $"start of {workflow.Name} {instanceId}"), StepsBefore: 0, TraceText.Of(Activity.Current)).ToText();
        // Asked first, because a host whose extension does not know the statuses below overwrites a finished instance.
        if (await FindAsync(instanceId, false, cancellation) is not null)
            return false;
        var options = new StartOrchestrationOptions(instanceId).WithDedupeStatuses(
            [.. Finished, .. Unfinished]);
        try
        {
            await AskAsync(client => client.ScheduleNewOrchestrationInstanceAsync(workflow.Name, payload, options, cancellation));
            return true;
        }
        catch (OrchestrationAlreadyExistsException)
        {
            return false;
        }
    }

    /// <inheritdoc />
    public async Task<bool> RaiseEventAsync<T>(string instanceId, string name, T payload, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var raised = new RaisedEvent(name, Payload.Write(payload, $"event {name} for {instanceId}"), time.GetUtcNow());
        if (await FindAsync(instanceId, false, cancellation) is not { } found || IsFinished(found))
            return false;
        await AskAsync(async client =>
        {
            await client.RaiseEventAsync(instanceId, name, raised.ToText(), cancellation);
            return true;
        });
        return true;
    }

    /// <inheritdoc />
    public async Task<WorkflowStatus?> GetStatusAsync(string instanceId, CancellationToken cancellation) =>
        await FindAsync(instanceId, true, cancellation) is { } found ? StatusText.Of(found) : null;

    /// <inheritdoc />
    public async IAsyncEnumerable<WorkflowStatus> ListAsync(WorkflowState? state, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        DateTimeOffset? to = null;
        for (var i = 0; i <= Windows.Length; i++)
        {
            var from = i < Windows.Length ? now - Windows[i] : (DateTimeOffset?)null;
            var found = await QueryAsync(new OrchestrationQuery(from, to, StatusText.StatesOf(state), FetchInputsAndOutputs: true), cancellation);
            foreach (var instance in found.OrderByDescending(instance => instance.CreatedAt))
                yield return StatusText.Of(instance);
            to = from;
        }
    }

    /// <inheritdoc />
    public async Task<bool> TerminateAsync(string instanceId, string reason, CancellationToken cancellation)
    {
        if (await FindAsync(instanceId, false, cancellation) is not { } found || IsFinished(found))
            return false;
        await EndAsync(instanceId, reason, cancellation);
        // Not every backend of Durable ends children with their parent. Ids of the form below are given to children only.
        var children = new OrchestrationQuery(InstanceIdPrefix: $"{instanceId}:", Statuses: Unfinished);
        foreach (var child in await QueryAsync(children, cancellation))
            await EndAsync(child.InstanceId, $"with its parent: {reason}", cancellation);
        return true;
    }

    /// <inheritdoc />
    public async Task<bool> ResumeAsync(string instanceId, CancellationToken cancellation)
    {
        if (await FindAsync(instanceId, false, cancellation) is not { RuntimeStatus: OrchestrationRuntimeStatus.Suspended })
            return false;
        await AskAsync(async client =>
        {
            await client.ResumeInstanceAsync(instanceId, "Resumed by an operator.", cancellation);
            return true;
        });
        return true;
    }

    /// <inheritdoc />
    public async Task<int> PurgeAsync(DateTimeOffset finishedBefore, CancellationToken cancellation)
    {
        // Durable's own purge goes by when an instance was created; one that waited for weeks would go a day after its end.
        var old = await QueryAsync(new OrchestrationQuery(CreatedTo: finishedBefore, Statuses: Finished), cancellation);
        var purged = 0;
        foreach (var instance in old.Where(instance => instance.LastUpdatedAt < finishedBefore))
        {
            var result = await AskAsync(client => client.PurgeInstanceAsync(instance.InstanceId, null, cancellation));
            purged += result.PurgedInstanceCount;
        }

        return purged;
    }

    private Task<bool> EndAsync(string instanceId, string reason, CancellationToken cancellation) => AskAsync(async client =>
    {
        await client.TerminateInstanceAsync(instanceId, reason, cancellation);
        return true;
    });

    private Task<OrchestrationMetadata?> FindAsync(string instanceId, bool withPayloads, CancellationToken cancellation) =>
        AskAsync(client => client.GetInstanceAsync(instanceId, withPayloads, cancellation));

    private Task<List<OrchestrationMetadata>> QueryAsync(OrchestrationQuery query, CancellationToken cancellation) => AskAsync(async client =>
    {
        var found = new List<OrchestrationMetadata>();
        await foreach (var instance in client.GetAllInstancesAsync(query).WithCancellation(cancellation))
            found.Add(instance);
        return found;
    });

    private async Task<T> AskAsync<T>(Func<DurableTaskClient, Task<T>> ask)
    {
        try
        {
            return await ask(clients.Current);
        }
        catch (RpcException cancelled) when (cancelled.StatusCode == StatusCode.Cancelled)
        {
            throw new OperationCanceledException("The call to the Durable backend was cancelled.", cancelled);
        }
        catch (RpcException fault)
        {
            throw new VendorException(
                "durable", fault.StatusCode.ToString(), $"The Durable backend did not answer ({fault.StatusCode}): check AzureWebJobsStorage and the host's log.",
                isRetryable: fault.StatusCode is not (StatusCode.InvalidArgument or StatusCode.Unimplemented), AskAgainAfter, fault);
        }
    }

    private static bool IsFinished(OrchestrationMetadata instance) => Finished.Contains(instance.RuntimeStatus);
}

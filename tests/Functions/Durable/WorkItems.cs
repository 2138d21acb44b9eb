using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.DurableTask.Protobuf;

namespace HelpDesk.Functions.Tests.Durable;

/// <summary>
/// The work items between the in-memory backend and its worker. The backend waits for ever for an item that a stopping worker had taken
/// or that was still on its way; a real backend's lock would run out. So no item is under way when a worker stops.
/// </summary>
internal sealed class WorkItems : Interceptor
{
    private readonly Lock _lock = new();
    private IAsyncStreamWriter<WorkItem>? _worker;
    private bool _held;
    private int _underWay;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Holds what comes from now on, for the next worker, and waits until this one has answered all that it took.</summary>
    public async Task HoldAsync()
    {
        Change(() => _held = true);
        await UntilAsync(() => _underWay == 0);
    }

    /// <summary>Lets items pass to the worker that comes.</summary>
    public void Release() => Change(() => _held = false);

    /// <summary>Waits until the backend knows that a worker is there, or that none is.</summary>
    public Task WorkerAsync(bool connected) => UntilAsync(() => _worker is not null == connected);

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        if (responseStream is not IServerStreamWriter<WorkItem> worker)
        {
            await continuation(request, responseStream, context);
            return;
        }

        var call = continuation(request, (IServerStreamWriter<TResponse>)(object)new Writer(this, worker), context);
        // A refused worker comes again; one that was taken stays until it stops.
        if (!call.IsCompleted)
            Change(() => _worker = worker);
        try
        {
            await call;
        }
        finally
        {
            Change(() => _worker = _worker == worker ? null : _worker);
        }
    }

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        var response = await continuation(request, context);
        if (request is ActivityResponse or OrchestratorResponse)
            Change(() => _underWay--);
        return response;
    }

    private async Task WriteAsync(WorkItem item)
    {
        IAsyncStreamWriter<WorkItem>? worker = null;
        await UntilAsync(() =>
        {
            if (_held || _worker is null)
                return false;
            worker = _worker;
            _underWay += item.RequestCase is WorkItem.RequestOneofCase.ActivityRequest or WorkItem.RequestOneofCase.OrchestratorRequest ? 1 : 0;
            return true;
        });
        await worker!.WriteAsync(item);
    }

    private async Task UntilAsync(Func<bool> wanted)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (wanted())
                    return;
                changed = _changed.Task;
            }

            await changed;
        }
    }

    private void Change(Action change)
    {
        lock (_lock)
        {
            change();
            _changed.SetResult();
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private sealed class Writer(WorkItems items, IServerStreamWriter<WorkItem> worker) : IServerStreamWriter<WorkItem>
    {
        public WriteOptions? WriteOptions { get => worker.WriteOptions; set => worker.WriteOptions = value; }

        // To the worker that is there now, which may not be the one that this was made for.
        public Task WriteAsync(WorkItem message) => items.WriteAsync(message);
    }
}

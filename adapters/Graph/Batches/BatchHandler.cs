using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Adapters.Graph.Throttling;
using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Graph.Batches;

/// <summary>
/// Gathers requests of bulk work that come within a few milliseconds with the same token, and sends up to 20 as one. The SDK and the
/// throttle above do not see it: each gets its own answer. Single tickets travel alone and at once.
/// </summary>
internal sealed class BatchHandler(IOptions<GraphOptions> options, TimeProvider time) : DelegatingHandler
{
    // The gate lets bulk work pass in groups: they arrive together.
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(5);

    private readonly Lock _sync = new();
    private readonly Dictionary<string, OpenBatch> _open = new(StringComparer.Ordinal);

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!WorkPriority.IsBackground || await BatchItem.OfAsync(request, GraphCall.Current?.Operation, options.Value.Root, cancellationToken) is not { } item)
            return await base.SendAsync(request, cancellationToken);
        Add(item);
        return await item.Answer.WaitAsync(cancellationToken);
    }

    private void Add(BatchItem item)
    {
        var token = item.Request.Headers.Authorization!.ToString();
        OpenBatch? full = null;
        lock (_sync)
        {
            if (!_open.TryGetValue(token, out var open))
            {
                _open[token] = open = new OpenBatch();
                open.Closing = time.CreateTimer(_ => Close(token, open), null, Window, Timeout.InfiniteTimeSpan);
            }

            open.Items.Add(item);
            if (open.Items.Count == ClassLimiter.GroupSize && _open.Remove(token))
                full = open;
        }

        if (full is not null)
            Send(full);
    }

    private void Close(string token, OpenBatch batch)
    {
        lock (_sync)
        {
            if (!_open.TryGetValue(token, out var open) || open != batch)
                return;
            _open.Remove(token);
        }

        Send(batch);
    }

    private void Send(OpenBatch batch)
    {
        batch.Closing?.Dispose();
        foreach (var gone in batch.Items.Where(item => item.Cancellation.IsCancellationRequested))
            gone.GivenUp();
        var items = batch.Items.Where(item => !item.Cancellation.IsCancellationRequested).ToList();
        if (items.Count == 0)
            return;
        // On its own: it belongs to none of its callers. It never throws; its callers are told.
        _ = Task.Run(() => items.Count == 1 ? AloneAsync(items[0]) : TogetherAsync(items));
    }

    private async Task AloneAsync(BatchItem item)
    {
        try
        {
            item.Answered(await base.SendAsync(item.Request, item.Cancellation));
        }
        catch (Exception fault)
        {
            item.Failed(fault);
        }
    }

    private async Task TogetherAsync(List<BatchItem> items)
    {
        using var nobodyWaits = new CancellationTokenSource();
        var waiting = items.Count;
        var givesUp = items.ConvertAll(item => item.Cancellation.UnsafeRegister(
            _ =>
            {
                if (Interlocked.Decrement(ref waiting) == 0)
                    nobodyWaits.Cancel();
            },
            null));
        try
        {
            foreach (var item in items)
                item.Leaves();
            using var message = BatchMessage.Of(items, options.Value.Root);
            using var answer = await base.SendAsync(message, nobodyWaits.Token);
            await BatchReply.SplitAsync(items, answer, nobodyWaits.Token);
        }
        catch (Exception fault)
        {
            // Each caller maps it as if its own request had met it: it may have been done.
            foreach (var item in items)
                item.Failed(fault);
        }
        finally
        {
            foreach (var registration in givesUp)
                await registration.DisposeAsync();
        }
    }
}

using HelpDesk.Adapters.Graph.Calls;

namespace HelpDesk.Adapters.Graph.Batches;

/// <summary>A request that travels in a batch.</summary>
/// <param name="Request">The request as the SDK made it.</param>
/// <param name="Url">Its address after the version.</param>
/// <param name="Body">Its body, JSON; null when it has none.</param>
/// <param name="Cancellation">Its caller gives up.</param>
internal sealed record BatchItem(HttpRequestMessage Request, string Url, string? Body, CancellationToken Cancellation)
{
    private readonly TaskCompletionSource<HttpResponseMessage> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Its own answer.</summary>
    public Task<HttpResponseMessage> Answer => _answer.Task;

    /// <summary>Makes one of a request; null when it must travel alone.</summary>
    public static async Task<BatchItem?> OfAsync(HttpRequestMessage request, GraphOperation? operation, string root, CancellationToken cancellation)
    {
        BatchMark.Set(request, isInBatch: false);
        if (!BatchRule.Allows(request, operation, root))
            return null;
        string? body = null;
        if (request.Content is { } content)
        {
            // Kept, so that it can be sent once more.
            await content.LoadIntoBufferAsync(cancellation);
            body = await content.ReadAsStringAsync(cancellation);
            if (body.Length > 0 && !BatchRule.AllowsBody(content.Headers.ContentType?.MediaType, body))
                return null;
        }

        return new BatchItem(request, request.RequestUri!.AbsoluteUri[root.Length..], string.IsNullOrEmpty(body) ? null : body, cancellation);
    }

    /// <summary>It leaves in a batch.</summary>
    public void Leaves() => BatchMark.Set(Request, isInBatch: true);

    /// <summary>It was answered.</summary>
    public void Answered(HttpResponseMessage answer) => _answer.TrySetResult(answer);

    /// <summary>It got no answer that can be read.</summary>
    public void Failed(Exception fault) => _answer.TrySetException(fault);

    /// <summary>Its caller gave up before it left.</summary>
    public void GivenUp() => _answer.TrySetCanceled(Cancellation);
}

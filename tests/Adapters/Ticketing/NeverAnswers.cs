namespace HelpDesk.Adapters.Tests.Ticketing;

/// <summary>Lets a call of one method happen, and keeps its answer back until the caller has given up.</summary>
public sealed class NeverAnswers(HttpMethod method) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (request.Method != method)
            return response;
        response.Dispose();
        var given = new TaskCompletionSource<HttpResponseMessage>();
        await using var registration = cancellationToken.Register(() => given.TrySetCanceled(cancellationToken));
        return await given.Task;
    }
}

using System.Collections.Concurrent;

namespace HelpDesk.Adapters.Tests.Ticketing;

/// <summary>Notes which paths are called.</summary>
public sealed class PathSpy(ConcurrentQueue<string> seen) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        seen.Enqueue(request.RequestUri!.AbsolutePath);
        return base.SendAsync(request, cancellationToken);
    }
}

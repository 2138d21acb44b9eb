using System.Net;

namespace HelpDesk.Adapters.Tests.Records;

/// <summary>Stands before a real service: lets requests through, answers in its place, or loses its answer.</summary>
public sealed class CannedTransport(Func<HttpRequestMessage, Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>> answer)
    : DelegatingHandler(new HttpClientHandler())
{
    public int Requests { get; private set; }

    public static HttpResponseMessage Fault(HttpStatusCode status, string code, int? retryAfter = null)
    {
        var response = new HttpResponseMessage(status)
        {
            Content = new StringContent($$"""{ "odata.error": { "code": "{{code}}", "message": { "lang": "en-US", "value": "told by a test" } } }""", null, "application/json"),
        };
        if (retryAfter is { } seconds)
            response.Headers.Add("Retry-After", $"{seconds}");
        return response;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        return answer(request, () => base.SendAsync(request, cancellationToken));
    }
}

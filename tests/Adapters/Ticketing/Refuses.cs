using System.Net;
using System.Text;

namespace HelpDesk.Adapters.Tests.Ticketing;

/// <summary>Answers calls of one method by itself; tokens are let through.</summary>
public sealed class Refuses(HttpMethod method, HttpStatusCode status, string body, string? reason = null, string path = "") : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != method || !request.RequestUri!.AbsolutePath.Contains(path, StringComparison.Ordinal) || request.RequestUri.AbsolutePath.EndsWith("/oauth_token.do", StringComparison.Ordinal))
            return base.SendAsync(request, cancellationToken);
        var answer = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (reason is not null)
            answer.Headers.Add("RateLimit-Reason", reason);
        return Task.FromResult(answer);
    }
}

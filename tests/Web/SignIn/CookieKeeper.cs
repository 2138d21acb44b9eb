using System.Net.Http.Headers;

namespace HelpDesk.Web.Tests.SignIn;

/// <summary>
/// A browser's cookies by name, sent to one host only. Secure ones too: browsers send them to this machine itself over http, .NET's own
/// cookie container does not.
/// </summary>
public sealed class CookieKeeper(Uri address) : DelegatingHandler(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
{
    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isOurs = request.RequestUri!.Authority == address.Authority;
        if (isOurs && Cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var response = await base.SendAsync(request, cancellationToken);
        if (isOurs)
            Keep(response.Headers);
        return response;
    }

    private void Keep(HttpResponseHeaders headers)
    {
        if (!headers.TryGetValues("Set-Cookie", out var set))
            return;
        foreach (var pair in set.Select(line => line.Split(';')[0].Split('=', 2)))
        {
            if (pair[1].Length == 0)
                Cookies.Remove(pair[0]);
            else
                Cookies[pair[0]] = pair[1];
        }
    }
}

using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.ServiceNow;

/// <summary>
/// The access token of the client credentials grant: fetched once, kept in memory until shortly before it expires. There is no
/// refresh token in this grant (<c>POST /oauth_token.do</c>).
/// </summary>
internal sealed class ServiceNowTokens(IHttpClientFactory clients, IOptions<ServiceNowOptions> options, TimeProvider time) : IDisposable
{
    /// <summary>A token is renewed this long before its end. Chosen because it outlasts the longest request.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _fetching = new(1, 1);
    private (string Value, DateTimeOffset RenewAt)? _token;

    /// <summary>A token that is good now.</summary>
    /// <exception cref="VendorException">ServiceNow refuses the client.</exception>
    public async Task<string> GetAsync(CancellationToken cancellation)
    {
        await WorkSlot.WhileWaitingAsync(_fetching.WaitAsync(cancellation));
        try
        {
            if (_token is { } known && time.GetUtcNow() < known.RenewAt)
                return known.Value;
            var (value, lifetime) = await FetchAsync(cancellation);
            // A token shorter than the margin is used for half its life.
            var renewIn = lifetime > Margin * 2 ? lifetime - Margin : lifetime / 2;
            _token = (value, time.GetUtcNow() + renewIn);
            return value;
        }
        finally
        {
            _fetching.Release();
        }
    }

    /// <summary>Forgets a token that was refused, unless a newer one is already known.</summary>
    public async Task DropAsync(string refused, CancellationToken cancellation)
    {
        await WorkSlot.WhileWaitingAsync(_fetching.WaitAsync(cancellation));
        if (_token?.Value == refused)
            _token = null;
        _fetching.Release();
    }

    /// <inheritdoc />
    public void Dispose() => _fetching.Dispose();

    private async Task<(string Value, TimeSpan Lifetime)> FetchAsync(CancellationToken cancellation)
    {
        using var client = clients.CreateClient(ServiceNowApi.ClientName);
        using var request = new HttpRequestMessage(HttpMethod.Post, "oauth_token.do")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = options.Value.ClientId,
                ["client_secret"] = options.Value.ClientSecret,
            }),
        };
        using var response = await VendorCall.SendAsync(client, request, ServiceNowApi.System, ServiceNowOptions.Section, cancellation);
        if (!response.IsSuccessStatusCode)
            throw Refused(response);
        var answer = LenientJson.Parse(await response.Content.ReadAsByteArrayAsync(cancellation), ServiceNowApi.System);
        var token = answer.TextOrNull("access_token")
            ?? throw new VendorException(ServiceNowApi.System, "bad-answer", "ServiceNow's /oauth_token.do answered without an access_token.", isRetryable: true);
        var seconds = answer.Member("expires_in") is { } value && value.TryGetDoubleLenient() is { } number and > 0 ? number : 1799;
        return (token, TimeSpan.FromSeconds(Math.Min(seconds, 86_400)));
    }

    private VendorException Refused(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        return VendorCall.IsRetryable(status)
            ? new VendorException(ServiceNowApi.System, $"{status}", $"ServiceNow's /oauth_token.do answered {status}.", isRetryable: true, VendorCall.RetryAfter(response, time))
            : new VendorException(ServiceNowApi.System, $"{status}", $"ServiceNow gives no token ({status}): check ServiceNow:ClientId and ServiceNow:ClientSecret, that the OAuth application allows the client credentials grant with a user bound to it, and the system property glide.oauth.inbound.client.credential.grant_type.enabled = true.", isRetryable: false);
    }
}

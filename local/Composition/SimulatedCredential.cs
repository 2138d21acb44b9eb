using System.Text.Json;
using Azure.Core;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Local.Composition;

/// <summary>Asks the simulated tenant's token endpoint (client credentials) and keeps the token until shortly before it expires.</summary>
internal sealed class SimulatedCredential(IHttpClientFactory clients, Uri tokenEndpoint, string clientId, string clientSecret, TimeProvider time) : TokenCredential
{
    /// <summary>Name of its HTTP client.</summary>
    public const string ClientName = "simulated-token";

    private static readonly TimeSpan Early = TimeSpan.FromMinutes(2);

    private AccessToken _token;

    /// <inheritdoc />
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        GetTokenAsync(requestContext, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <inheritdoc />
    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        if (_token.ExpiresOn > time.GetUtcNow() + Early)
            return _token;
        try
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = clientId,
                ["client_secret"] = clientSecret,
                ["scope"] = string.Join(' ', requestContext.Scopes),
            });
            using var response = await clients.CreateClient(ClientName).PostAsync(tokenEndpoint, form, cancellationToken);
            response.EnsureSuccessStatusCode();
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            return _token = new AccessToken(
                answer.GetProperty("access_token").GetString()!, time.GetUtcNow().AddSeconds(answer.GetProperty("expires_in").GetInt32()));
        }
        catch (HttpRequestException fault)
        {
            throw new VendorException("graph", "unreachable", "The simulated tenant gave no token.", isRetryable: true, inner: fault);
        }
    }
}

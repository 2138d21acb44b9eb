using Azure.Core;
using Azure.Identity;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.TeamsBot;

/// <summary>The bot's own token, from our tenant: by its secret, as a managed identity, or by a managed identity that vouches for its app registration.</summary>
internal sealed class BotTokens(IHttpClientFactory clients, IOptions<TeamsBotOptions> options, TimeProvider time) : IDisposable
{
    private const string Scope = "https://api.botframework.com/.default";
    private const string Exchange = "api://AzureADTokenExchange/.default";

    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _asking = new(1, 1);
    private TokenCredential? _credential;
    private string? _token;
    private DateTimeOffset _until;

    /// <summary>A token that is good for some minutes.</summary>
    /// <exception cref="VendorException">There is none; the message names the settings.</exception>
    public async Task<string> GetAsync(CancellationToken cancellation)
    {
        if (_token is { } known && time.GetUtcNow() < _until)
            return known;
        await _asking.WaitAsync(cancellation);
        try
        {
            if (_token is { } meanwhile && time.GetUtcNow() < _until)
                return meanwhile;
            var (token, until) = string.IsNullOrWhiteSpace(options.Value.AppPassword) ? await OfIdentityAsync(cancellation) : await OfSecretAsync(cancellation);
            (_token, _until) = (token, until - RenewBefore);
            return token;
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <summary>Forgets a token that was refused.</summary>
    public void Drop(string token)
    {
        if (_token == token)
            _token = null;
    }

    /// <inheritdoc />
    public void Dispose() => _asking.Dispose();

    private async Task<(string Token, DateTimeOffset Until)> OfSecretAsync(CancellationToken cancellation)
    {
        var bot = options.Value;
        using var client = clients.CreateClient(TeamsBotApi.ClientName);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Endpoint.Base(bot.LoginUrl), $"{bot.TenantId}/oauth2/v2.0/token"))
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["grant_type"] = "client_credentials", ["client_id"] = bot.AppId, ["client_secret"] = bot.AppPassword!, ["scope"] = Scope,
            }),
        };
        using var response = await VendorCall.SendAsync(client, request, TeamsBotApi.System, TeamsBotOptions.Section, cancellation);
        var status = (int)response.StatusCode;
        if (VendorCall.IsRetryable(status))
            throw new VendorException(TeamsBotApi.System, $"{status}", $"Entra gives the bot no token now ({status}).", isRetryable: true, VendorCall.RetryAfter(response, time));
        if (!response.IsSuccessStatusCode)
            throw Refused();
        var answer = LenientJson.Parse(await response.Content.ReadAsByteArrayAsync(cancellation), TeamsBotApi.System);
        return answer.TextOrNull("access_token") is { } token && answer.Member("expires_in")?.TryGetDoubleLenient() is { } seconds and > 0 and < 1_000_000
            ? (token, time.GetUtcNow().AddSeconds(seconds))
            : throw new VendorException(TeamsBotApi.System, "bad-answer", "Entra answered without a token for the bot: a proxy in between?", isRetryable: true);
    }

    private async Task<(string Token, DateTimeOffset Until)> OfIdentityAsync(CancellationToken cancellation)
    {
        _credential ??= CredentialOf(options.Value);
        try
        {
            var token = await _credential.GetTokenAsync(new TokenRequestContext([Scope]), cancellation);
            return (token.Token, token.ExpiresOn);
        }
        catch (AuthenticationFailedException)
        {
            throw Refused();
        }
    }

    private static TokenCredential CredentialOf(TeamsBotOptions bot)
    {
        var identity = new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(bot.ManagedIdentityClientId));
        return string.Equals(bot.ManagedIdentityClientId, bot.AppId, StringComparison.OrdinalIgnoreCase)
            ? identity
            : new ClientAssertionCredential(bot.TenantId, bot.AppId, async cancellation => (await identity.GetTokenAsync(new TokenRequestContext([Exchange]), cancellation)).Token);
    }

    private static VendorException Refused() => new(
        TeamsBotApi.System, "authentication", "Entra gives the bot no token: check TeamsBot:AppId, TeamsBot:TenantId and TeamsBot:AppPassword (expired or replaced?), or TeamsBot:ManagedIdentityClientId and its federated credential.", isRetryable: false);
}

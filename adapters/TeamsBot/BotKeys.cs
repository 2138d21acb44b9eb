using System.Text.Json;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace HelpDesk.Adapters.TeamsBot;

/// <summary>The keys with which the Bot Framework signs its calls, kept for a day. A key that is not known is looked for again, at most once a minute.</summary>
internal sealed class BotKeys(IHttpClientFactory clients, IOptions<TeamsBotOptions> options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromHours(24);

    /// <summary>How long keys are used that cannot be read again. Chosen as the bot SDKs do.</summary>
    private static readonly TimeSpan UsableFor = TimeSpan.FromDays(5);

    private static readonly TimeSpan LeastBetween = TimeSpan.FromMinutes(1);

    // So that calls of strangers do not become calls of ours.
    private static readonly TimeSpan LeastAfterFailure = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private IReadOnlyList<BotKey> _keys = [];
    private DateTimeOffset _readAt = DateTimeOffset.MinValue;
    private DateTimeOffset _triedAt = DateTimeOffset.MinValue;

    /// <summary>The key of that id; null when there is none.</summary>
    /// <exception cref="VendorException">The keys cannot be read now.</exception>
    public async Task<BotKey?> FindAsync(string keyId, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (Find(keyId) is { } known && now - _readAt < GoodFor)
            return known;
        await _reading.WaitAsync(cancellation);
        try
        {
            now = time.GetUtcNow();
            if (Find(keyId) is { } meanwhile && now - _readAt < GoodFor)
                return meanwhile;
            if (now - _triedAt >= LeastBetween || (_keys.Count == 0 && now - _triedAt >= LeastAfterFailure))
                await ReadAsync(now, cancellation);
            else if (_keys.Count == 0)
                throw new VendorException(TeamsBotApi.System, "unreachable", "The keys of the Bot Framework could not be read a moment ago: check TeamsBot:KeysUrl and the firewall.", isRetryable: true, LeastAfterFailure);
        }
        finally
        {
            _reading.Release();
        }

        return Find(keyId);
    }

    /// <inheritdoc />
    public void Dispose() => _reading.Dispose();

    private BotKey? Find(string keyId) => _keys.FirstOrDefault(key => key.Id == keyId);

    private async Task ReadAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        _triedAt = now;
        try
        {
            var configuration = await GetAsync(new Uri(options.Value.KeysUrl), cancellation);
            var address = configuration.TextOrNull("jwks_uri");
            // The keys are where the configuration is, or nowhere: what it says decides whom we believe.
            if (Endpoint.Fault("", address) is not null || new Uri(address!).IdnHost != new Uri(options.Value.KeysUrl).IdnHost)
                throw BadAnswer();
            var keys = (await GetAsync(new Uri(address!), cancellation)).Items("keys").Select(BotKey.Of).OfType<BotKey>().ToList();
            if (keys.Count == 0)
                throw BadAnswer();
            (_keys, _readAt) = (keys, now);
        }
        catch (VendorException) when (_keys.Count > 0 && now - _readAt < UsableFor)
        {
            // The keys that are known are good; one that is not known stays unknown.
        }
    }

    private async Task<JsonElement> GetAsync(Uri address, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(TeamsBotApi.ClientName);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var response = await VendorCall.SendAsync(client, request, TeamsBotApi.System, TeamsBotOptions.Section, cancellation);
        return response.IsSuccessStatusCode
            ? LenientJson.Parse(await response.Content.ReadAsByteArrayAsync(cancellation), TeamsBotApi.System)
            : throw new VendorException(TeamsBotApi.System, $"{(int)response.StatusCode}", $"The keys of the Bot Framework cannot be read ({(int)response.StatusCode}): check TeamsBot:KeysUrl and the firewall.", isRetryable: true);
    }

    private static VendorException BadAnswer() => new(TeamsBotApi.System, "bad-answer", "TeamsBot:KeysUrl gives no keys of the Bot Framework: a proxy in between?", isRetryable: true);
}

/// <summary>A key that signs calls.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Key">The public key.</param>
/// <param name="Endorsements">Channels for which it may sign.</param>
internal sealed record BotKey(string Id, RsaSecurityKey Key, IReadOnlyList<string> Endorsements)
{
    /// <summary>Reads one; null for a key of another kind.</summary>
    public static BotKey? Of(JsonElement key)
    {
        if (key.Text("kty") != "RSA" || key.TextOrNull("kid") is not { } id)
            return null;
        try
        {
            var rsa = new System.Security.Cryptography.RSAParameters { Modulus = Base64UrlEncoder.DecodeBytes(key.Text("n")), Exponent = Base64UrlEncoder.DecodeBytes(key.Text("e")) };
            return rsa.Modulus is { Length: >= 256 } && rsa.Exponent is { Length: > 0 }
                ? new BotKey(id, new RsaSecurityKey(rsa) { KeyId = id }, [.. key.Items("endorsements").Where(static item => item.ValueKind == JsonValueKind.String).Select(static item => item.GetString()!)])
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

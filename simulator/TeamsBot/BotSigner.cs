using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace HelpDesk.Simulator.TeamsBot;

/// <summary>Signs calls to the bot as the Bot Framework does. Its keys are made at the first use and are new at every start.</summary>
internal sealed class BotSigner(SimulatorOptions options, TimeProvider time) : IDisposable
{
    /// <summary>Id of the key that is endorsed for Teams.</summary>
    public const string TeamsKey = "simulated-teams";

    /// <summary>Id of a key that signs for other channels only.</summary>
    public const string OtherKey = "simulated-webchat";

    private const string Issuer = "https://api.botframework.com";
    private const int KeySize = 2048;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly string _start = Guid.NewGuid().ToString("N")[..8];
    private readonly Lazy<RSA> _teams = new(static () => RSA.Create(KeySize));
    private readonly Lazy<RSA> _other = new(static () => RSA.Create(KeySize));

    /// <summary>The public keys with their endorsements.</summary>
    public JsonObject Keys => new()
    {
        ["keys"] = new JsonArray(
            Key(TeamsKey, _teams.Value, "msteams"),
            Key(OtherKey, _other.Value, "webchat", "directline")),
    };

    /// <summary>A token that proves a call.</summary>
    /// <param name="serviceUrl">The address that the activity names.</param>
    /// <param name="change">Changes the claims, for calls that are to be refused.</param>
    /// <param name="key">Which key signs.</param>
    public string Sign(string serviceUrl, Action<JsonObject>? change = null, string key = TeamsKey)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = Issuer, ["aud"] = options.ClientId, ["nbf"] = now, ["exp"] = now + (long)Lifetime.TotalSeconds, ["serviceurl"] = serviceUrl,
        };
        change?.Invoke(claims);
        var head = $"{Encode(new JsonObject { ["alg"] = "RS256", ["kid"] = IdOf(key), ["typ"] = "JWT" })}.{Encode(claims)}";
        var rsa = key == OtherKey ? _other.Value : _teams.Value;
        return $"{head}.{Base64Url.EncodeToString(rsa.SignData(Encoding.ASCII.GetBytes(head), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    /// <summary>A part of a token.</summary>
    public static string Encode(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));

    /// <summary>Id of a key as it is published.</summary>
    public string IdOf(string key) => $"{key}-{_start}";

    /// <inheritdoc />
    public void Dispose()
    {
        if (_teams.IsValueCreated)
            _teams.Value.Dispose();
        if (_other.IsValueCreated)
            _other.Value.Dispose();
    }

    private JsonObject Key(string key, RSA rsa, params string[] endorsements)
    {
        var parameters = rsa.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["kty"] = "RSA", ["use"] = "sig", ["kid"] = IdOf(key), ["x5t"] = IdOf(key), ["n"] = Base64Url.EncodeToString(parameters.Modulus), ["e"] = Base64Url.EncodeToString(parameters.Exponent),
            ["endorsements"] = new JsonArray([.. endorsements.Select(static name => (JsonNode)name)]),
        };
    }
}

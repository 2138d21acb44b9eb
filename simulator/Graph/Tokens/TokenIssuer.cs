using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDesk.Simulator.Store;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Graph.Tokens;

/// <summary>Makes and reads the simulated tenant's access tokens. They are signed so that a changed one is refused, with a key that guards nothing.</summary>
public sealed class TokenIssuer(SimulatorStore store, SimulatorOptions options, TimeProvider time)
{
    private const string Kind = "graph-clients";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private static readonly byte[] Key = SHA256.HashData("simulated-signing-key"u8);

    /// <summary>Seconds a token is good for.</summary>
    public static int LifetimeInSeconds => (int)Lifetime.TotalSeconds;

    /// <summary>The client with that id, or null.</summary>
    public SimulatedClient? Find(string clientId) =>
        store.Get<SimulatedClient>(Kind, clientId)
        ?? (string.Equals(clientId, options.ClientId, StringComparison.OrdinalIgnoreCase) ? new SimulatedClient(DefaultPermissions.All) : null);

    /// <summary>Registers a client, or gives it other permissions.</summary>
    public void Put(string clientId, SimulatedClient client) => store.Put(Kind, clientId, client);

    /// <summary>Makes a token.</summary>
    public string Issue(string clientId, SimulatedClient client)
    {
        var now = time.GetUtcNow();
        var claims = new JsonObject
        {
            ["aud"] = "https://graph.microsoft.com",
            ["iss"] = $"https://sts.windows.net/{SimulatedTenant.Id}/",
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + Lifetime).ToUnixTimeSeconds(),
            ["appid"] = clientId,
            ["idtyp"] = "app",
            ["tid"] = SimulatedTenant.Id,
            ["roles"] = new JsonArray([.. client.Roles.Select(role => JsonValue.Create(role))]),
        };
        var head = $"{Encode("""{"typ":"JWT","alg":"HS256"}""")}.{Encode(claims.ToJsonString())}";
        return $"{head}.{Sign(head)}";
    }

    /// <summary>Permissions in the token; null with a reason when it is not good.</summary>
    public (IReadOnlyList<string>? Roles, string Reason) Read(string? authorization)
    {
        if (authorization is null || !authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) || authorization.Length < 8)
            return (null, "Access token is empty.");
        var parts = authorization[7..].Trim().Split('.');
        if (parts.Length != 3)
            return (null, "IDX14100: JWT is not well formed.");
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign($"{parts[0]}.{parts[1]}")), Encoding.ASCII.GetBytes(parts[2])))
            return (null, "Access token validation failure. Invalid signature.");
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!;
        return (long)claims["exp"]! <= time.GetUtcNow().ToUnixTimeSeconds()
            ? (null, "Lifetime validation failed, the token is expired.")
            : (claims["roles"].Deserialize<string[]>() ?? [], "");
    }

    /// <summary>Id of the client that a good token was made for; null when the token is not good.</summary>
    public string? ClientOf(string? authorization) => Read(authorization).Roles is null
        ? null
        : (string?)JsonNode.Parse(Base64Url.DecodeFromChars(authorization!.Split('.')[1]))!["appid"];

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static string Sign(string head) => Base64Url.EncodeToString(HMACSHA256.HashData(Key, Encoding.ASCII.GetBytes(head)));
}

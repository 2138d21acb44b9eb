using System.Collections.Concurrent;
using System.Security.Cryptography;
using HelpDesk.Web.Tests.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HelpDesk.Web.Tests.SignIn;

/// <summary>
/// A small OpenID Connect provider on a port of its own: discovery, keys, authorisation code with PKCE, token. Signs everybody in as the
/// same person at once; a test says what is wrong with the ID token.
/// </summary>
public sealed class IdentityProvider : IAsyncDisposable
{
    public const string Tenant = "bbbbbbbb-0000-4000-8000-000000000001";
    public const string Client = "cccccccc-0000-4000-8000-000000000001";
    public const string Secret = "a client secret of the test";

    private readonly WebApplication _app;
    private RSA _rsa = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge, string RedirectUri, DateTimeOffset ProvedAt, string? Context)> _codes = new(StringComparer.Ordinal);

    private IdentityProvider(WebApplication app) => (_app, Key) = (app, new RsaSecurityKey(_rsa) { KeyId = "key-1" });

    public Uri Address => new(_app.Urls.Single());

    public string Issuer => $"{Address}{Tenant}/v2.0";

    public RsaSecurityKey Key { get; private set; }

    /// <summary>Changes the ID token before it is signed.</summary>
    public Action<SecurityTokenDescriptor> Spoil { get; set; } = _ => { };

    /// <summary>Another key from now on, as providers roll theirs.</summary>
    public void RollKey()
    {
        _rsa.Dispose();
        _rsa = RSA.Create(2048);
        Key = new RsaSecurityKey(_rsa) { KeyId = "key-2" };
    }

    /// <summary>When the person proved who they are; they do it again when they are asked to, as max_age and prompt say.</summary>
    public DateTimeOffset ProvedAt { get; set; } = DateTimeOffset.UtcNow;

    /// <summary>The clock.</summary>
    public Func<DateTimeOffset> Now { get; set; } = () => DateTimeOffset.UtcNow;

    /// <summary>False when authentication contexts that are asked for are not granted. Default true.</summary>
    public bool GrantsContexts { get; set; } = true;

    /// <summary>What the last authorisation asked for.</summary>
    public IReadOnlyDictionary<string, string> Asked { get; private set; } = new Dictionary<string, string>();

    /// <summary>How many codes were exchanged for tokens.</summary>
    public int Exchanged { get; private set; }

    public static async Task<IdentityProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var provider = new IdentityProvider(app);
        app.MapGet($"/{Tenant}/v2.0/.well-known/openid-configuration", provider.Discovery);
        app.MapGet("/keys", () => new { keys = new[] { provider.PublicKey() } });
        app.MapGet("/authorize", provider.Authorize);
        app.MapPost("/token", provider.TokenAsync);
        await app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _rsa.Dispose();
    }

    private Dictionary<string, object> Discovery() => new(StringComparer.Ordinal)
    {
        ["issuer"] = Issuer,
        ["authorization_endpoint"] = new Uri(Address, "authorize"),
        ["token_endpoint"] = new Uri(Address, "token"),
        ["jwks_uri"] = new Uri(Address, "keys"),
        ["response_types_supported"] = new[] { "code" },
        ["subject_types_supported"] = new[] { "pairwise" },
        ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
    };

    private object PublicKey()
    {
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_rsa.ExportParameters(includePrivateParameters: false)) { KeyId = Key.KeyId });
        return new { kty = key.Kty, kid = key.Kid, use = "sig", n = key.N, e = key.E };
    }

    private IResult Authorize(HttpRequest request)
    {
        string Of(string name) => request.Query[name].ToString();
        if (Of("client_id") != Client || Of("response_type") != "code" || Of("code_challenge_method") != "S256" || Of("scope") != "openid profile")
            return Results.BadRequest("Not what an app of this tenant asks for.");
        Asked = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
        if (Of("prompt") == "login" || (int.TryParse(Of("max_age"), out var age) && Now() - ProvedAt > TimeSpan.FromSeconds(age)))
            ProvedAt = Now();
        var context = Of("claims") is { Length: > 0 } claims ? System.Text.Json.Nodes.JsonNode.Parse(claims)!["id_token"]?["acrs"]?["value"]?.ToString() : null;
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = (Of("nonce"), Of("code_challenge"), Of("redirect_uri"), ProvedAt, GrantsContexts ? context : null);
        return Results.Redirect($"{Of("redirect_uri")}?code={code}&state={Uri.EscapeDataString(Of("state"))}");
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var proof = Base64UrlEncoder.Encode(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (!_codes.TryRemove(form["code"].ToString(), out var asked) || asked.Challenge != proof || asked.RedirectUri != form["redirect_uri"]
            || form["client_id"] != Client || form["client_secret"] != Secret)
            return Results.BadRequest(new { error = "invalid_grant" });
        Exchanged++;
        return Results.Json(new { token_type = "Bearer", expires_in = 3600, access_token = "opaque", id_token = IdToken(asked.Nonce, asked.ProvedAt, asked.Context) });
    }

    /// <summary>An ID token of Otto's as the provider issues it, spoiled as the test wants.</summary>
    public string IdToken(string nonce = "of the platform", DateTimeOffset? provedAt = null, string? context = null)
    {
        var token = new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Client,
            // The token library looks at the machine's own clock.
            NotBefore = DateTime.UtcNow.AddMinutes(-1),
            IssuedAt = DateTime.UtcNow.AddMinutes(-1),
            Expires = DateTime.UtcNow.AddHours(1),
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
            Claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["sub"] = "pairwise", ["oid"] = FakeDirectory.Otto.Id.Value, ["tid"] = Tenant, ["nonce"] = nonce,
                ["name"] = FakeDirectory.Otto.DisplayName, ["preferred_username"] = FakeDirectory.Otto.UserPrincipalName,
            },
        };
        if (provedAt is { } proved)
            token.Claims["auth_time"] = proved.ToUnixTimeSeconds();
        if (context is not null)
            token.Claims["acrs"] = new[] { context };
        Spoil(token);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }
}

using System.Security.Claims;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Web.Routing;
using HelpDesk.Web.Viewers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace HelpDesk.Web.SignIn;

/// <summary>
/// People whom App Service Authentication signed in. It puts their ID token into a header of every request; the header alone is believed
/// by nobody here: signature, issuer, audience, tenant and times are checked again on each request.
/// </summary>
public sealed class AppServiceSignIn : ISignedInReader
{
    /// <summary>Where the platform hands the ID token over (its token store must be on).</summary>
    public const string TokenHeader = "X-MS-TOKEN-AAD-ID-TOKEN";

    /// <summary>Where the platform signs people out.</summary>
    public const string SignOutAddress = "/.auth/logout?post_logout_redirect_uri=%2F";

    /// <summary>Name of the client that reads the sign-in service's keys.</summary>
    internal const string ClientName = "sign-in-keys";

    /// <summary>Longest wait for those keys: a page waits for them.</summary>
    internal static readonly TimeSpan KeysWithin = TimeSpan.FromSeconds(10);

    private const string SystemName = "Entra sign-in";

    private readonly SignInOptions _options;
    private readonly SignInCookie _person;
    private readonly SessionStore _sessions;
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _keys;
    private readonly ILogger<AppServiceSignIn> _log;
    private readonly JsonWebTokenHandler _tokens = new() { MapInboundClaims = false };

    /// <summary>Makes one for the tenant of the settings. Nothing is read yet.</summary>
    public AppServiceSignIn(IOptions<SignInOptions> options, SignInCookie person, SessionStore sessions, IHttpClientFactory clients, ILogger<AppServiceSignIn> log)
    {
        _options = options.Value;
        _person = person;
        _sessions = sessions;
        _log = log;
        var metadata = new Uri(_options.Instance, $"{_options.TenantId}/v2.0/.well-known/openid-configuration");
        _keys = new ConfigurationManager<OpenIdConnectConfiguration>(
            metadata.AbsoluteUri, new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(clients.CreateClient(ClientName)) { RequireHttps = !_options.Instance.IsLoopback });
    }

    /// <summary>Where the platform signs people in and leads them back.</summary>
    /// <param name="back">Path of ours.</param>
    /// <param name="isFresh">True when they must prove again who they are.</param>
    public static string SignInAddress(string back, bool isFresh = false) => $"/.auth/login/aad?{(isFresh ? "prompt=login&" : "")}post_login_redirect_uri={Uri.EscapeDataString(back)}";

    /// <summary>True when the platform knows somebody, whether or not their token is still good.</summary>
    public static bool HasToken(HttpContext http) => http.Request.Headers[TokenHeader].Count > 0;

    /// <inheritdoc />
    public async Task<SignedInPerson?> ReadAsync(HttpContext http)
    {
        var header = http.Request.Headers[TokenHeader];
        if (header.Count == 0)
            return null;
        // Two of them: one is not the platform's.
        if (header.Count > 1 || header[0] is not { Length: > 0 } token)
            return Refuse("More than one ID token.");

        var result = await CheckAsync(token, await KeysAsync(http.RequestAborted));
        // Keys are rolled: the new ones are there with the next request. Read again at most every five minutes, however many tokens
        // name made-up keys.
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
            _keys.RequestRefresh();
        if (!result.IsValid)
            return Refuse(result.Exception?.GetType().Name ?? "unknown");
        var (person, refusal) = EntraToken.PersonOf(new ClaimsPrincipal(result.ClaimsIdentity), (result.SecurityToken as JsonWebToken)?.Alg, _options.TenantId);
        if (person is null)
            return Refuse(refusal!);
        person = person with { SessionId = SessionOf(result, person) };
        if (await _sessions.IsEndedAsync(person.SessionId, http.RequestAborted))
            return Refuse("The session was ended.");
        http.User = _person.PrincipalOf(person);
        return person;
    }

    /// <inheritdoc />
    public Task EndAsync(HttpContext http, SignedInPerson person) =>
        person.SessionId is { } session ? _sessions.EndAsync(session, person.ObjectId, http.RequestAborted) : Task.CompletedTask;

    // The platform renews the token of a session; its id stays where Entra names one.
    private static string SessionOf(TokenValidationResult token, SignedInPerson person) =>
        token.ClaimsIdentity.FindFirst("sid")?.Value is { Length: > 0 } session
            ? $"platform|{session}"
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"platform|{person.ObjectId}|{person.ProvedAt ?? person.SignedInAt:O}");

    private Task<TokenValidationResult> CheckAsync(string token, OpenIdConnectConfiguration keys) =>
        _tokens.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = $"{new Uri(_options.Instance, _options.TenantId).AbsoluteUri}/v2.0",
            ValidAudience = _options.ClientId,
            ValidAlgorithms = [EntraToken.Algorithm],
            IssuerSigningKeys = keys.SigningKeys,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            NameClaimType = "name",
        });

    private async Task<OpenIdConnectConfiguration> KeysAsync(CancellationToken cancellation)
    {
        try
        {
            return await _keys.GetConfigurationAsync(cancellation);
        }
        catch (InvalidOperationException cause)
        {
            throw new VendorException(
                SystemName, "keys-unreadable",
                $"The keys of the sign-in service cannot be read from {_options.Instance.Host}. Check SignIn:Instance and SignIn:TenantId, and that the app may reach that address.",
                isRetryable: true, inner: cause);
        }
    }

    private SignedInPerson? Refuse(string reason)
    {
        _log.SignInRefused(reason);
        return null;
    }
}

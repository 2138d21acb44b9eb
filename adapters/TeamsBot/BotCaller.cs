using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HelpDesk.Adapters.TeamsBot;

/// <summary>
/// Proves that a call comes from Teams and is for this bot: issuer, audience, lifetime, an RS256 signature by a key that is endorsed for Teams, and the address that
/// the activity names. There is no setting that switches any of it off.
/// </summary>
internal sealed class BotCaller(BotKeys keys, IOptions<TeamsBotOptions> options, TimeProvider time)
{
    /// <summary>The channel that Teams is to the Bot Framework.</summary>
    public const string Channel = "msteams";

    private const string Issuer = "https://api.botframework.com";
    private const string Scheme = "Bearer ";
    private const int LongestToken = 16_000;

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };

    /// <summary>The token of a header; null when it has none.</summary>
    public static string? TokenOf(string? authorization)
    {
        if (authorization is not { Length: > 7 and < LongestToken } || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        var token = authorization[Scheme.Length..];
        return token.Split('.') is [{ Length: > 0 }, { Length: > 0 }, { Length: > 0 }] && !token.Contains(' ', StringComparison.Ordinal) ? token : null;
    }

    /// <summary>True when the token proves it.</summary>
    /// <param name="authorization">The header.</param>
    /// <param name="channelId">The channel that the activity names.</param>
    /// <param name="serviceUrl">The address that the activity names.</param>
    /// <param name="cancellation">Stops the check.</param>
    /// <exception cref="VendorException">The keys cannot be read now.</exception>
    public async Task<bool> IsProvenAsync(string? authorization, string? channelId, string? serviceUrl, CancellationToken cancellation)
    {
        if (channelId != Channel || string.IsNullOrEmpty(serviceUrl) || TokenOf(authorization) is not { } token || KeyIdOf(token) is not { } keyId)
            return false;
        if (await keys.FindAsync(keyId, cancellation) is not { } key || !key.Endorsements.Contains(Channel, StringComparer.Ordinal))
            return false;
        var result = await Handler.ValidateTokenAsync(token, ParametersOf(key));
        return result.IsValid && result.SecurityToken is JsonWebToken proven
            && proven.Claims.Where(static claim => string.Equals(claim.Type, "serviceUrl", StringComparison.OrdinalIgnoreCase)).Select(static claim => claim.Value).ToList() is [var named]
            && string.Equals(named, serviceUrl, StringComparison.Ordinal);
    }

    private TokenValidationParameters ParametersOf(BotKey key) => new()
    {
        ValidIssuer = Issuer,
        ValidAudience = options.Value.AppId,
        IssuerSigningKey = key.Key,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        ClockSkew = Skew,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ValidateIssuer = true,
        ValidateAudience = true,
        ValidateLifetime = true,
        ValidateIssuerSigningKey = true,
        LifetimeValidator = (from, until, _, _) => until is { } end && time.GetUtcNow().UtcDateTime is var now && now <= end + Skew && (from is not { } start || now >= start - Skew),
    };

    private static string? KeyIdOf(string token)
    {
        try
        {
            return new JsonWebToken(token) is { Alg: SecurityAlgorithms.RsaSha256, Kid: { Length: > 0 and < 200 } id } ? id : null;
        }
        catch (Exception broken) when (broken is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }
}

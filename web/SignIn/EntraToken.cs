using System.Globalization;
using System.Security.Claims;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;

namespace HelpDesk.Web.SignIn;

/// <summary>What an ID token of Entra says of a person, once its signature, issuer, audience and times were checked.</summary>
internal static class EntraToken
{
    /// <summary>The one algorithm that Entra signs ID tokens with.</summary>
    public const string Algorithm = "RS256";

    // Of the year 9999: what is later is no time.
    private const long LastSecond = 253_402_300_799;

    /// <summary>The person, or why the token is refused all the same.</summary>
    /// <param name="claims">The token's claims under their own names.</param>
    /// <param name="algorithm">What it is signed with; null when it is not.</param>
    /// <param name="tenantId">The only tenant whose people may sign in.</param>
    public static (SignedInPerson? Person, string? Refusal) PersonOf(ClaimsPrincipal claims, string? algorithm, string tenantId)
    {
        if (!string.Equals(algorithm, Algorithm, StringComparison.Ordinal))
            return (null, "The ID token is not signed as Entra signs.");
        if (!string.Equals(claims.FindFirst("tid")?.Value, tenantId, StringComparison.OrdinalIgnoreCase))
            return (null, "The ID token is of another tenant.");
        var id = claims.FindFirst("oid")?.Value;
        if (!Guid.TryParse(id, out _))
            return (null, "The ID token names no object id.");
        var upn = claims.FindFirst("preferred_username")?.Value ?? id;
        return (
            new SignedInPerson(new PersonId(id), claims.FindFirst("name")?.Value ?? upn, upn)
            {
                SignedInAt = MomentOf(claims, "iat"),
                // An optional claim: the app registration must ask for it, or no act that wants a fresh sign-in is possible.
                ProvedAt = MomentOf(claims, "auth_time"),
                Contexts = string.Join(' ', claims.FindAll("acrs").Select(claim => claim.Value).Where(IsContext).Distinct(StringComparer.Ordinal)),
            },
            null);
    }

    private static DateTimeOffset? MomentOf(ClaimsPrincipal claims, string type) =>
        long.TryParse(claims.FindFirst(type)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < LastSecond
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    // c1 to c25, as Entra names authentication contexts.
    private static bool IsContext(string value) => value.Length is 2 or 3 && value[0] == 'c' && value.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}

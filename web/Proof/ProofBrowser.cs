using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Proof;

/// <summary>
/// Tells browsers apart: a proof counts only in the browser in which it was given, and a browser in which a code was shown to a manager takes none.
/// The cookie holds a random number; only its digest is kept.
/// </summary>
internal static class ProofBrowser
{
    private const string Own = "hd-proof", Giver = "hd-voucher";
    private const int Bytes = 32;
    private static readonly TimeSpan OwnFor = TimeSpan.FromDays(2);
    private static readonly TimeSpan GiverFor = TimeSpan.FromHours(1);

    /// <summary>Digest of this browser; marks it when it is new.</summary>
    public static string Mark(HttpContext http)
    {
        if (DigestOf(http) is { Length: > 0 } known)
            return known;
        var number = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        http.Response.Cookies.Append(Own, number, Cookie(http, OwnFor));
        return Digest(number);
    }

    /// <summary>Digest of this browser; empty when it was never marked.</summary>
    public static string DigestOf(HttpContext http) =>
        http.Request.Cookies[Own] is { Length: Bytes * 2 } number && number.All(char.IsAsciiHexDigitLower) ? Digest(number) : "";

    /// <summary>Remembers that a code was shown in this browser.</summary>
    public static void MarkGiver(HttpContext http) => http.Response.Cookies.Append(Giver, "1", Cookie(http, GiverFor));

    /// <summary>True when a code was shown in this browser lately.</summary>
    public static bool IsGiver(HttpContext http) => http.Request.Cookies.ContainsKey(Giver);

    private static string Digest(string number) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"browser|{number}")));

    private static CookieOptions Cookie(HttpContext http, TimeSpan age) => new()
    {
        HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/proof", MaxAge = age, IsEssential = true,
    };
}

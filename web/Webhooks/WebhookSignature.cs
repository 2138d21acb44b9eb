using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace HelpDesk.Web.Webhooks;

/// <summary>
/// Checks that a raw body comes from who holds the secret. Every check compares in constant time, tries all secrets always,
/// and answers yes or no without saying why.
/// </summary>
internal static class WebhookSignature
{
    private const string Method = "sha256=";
    private const int Base64Length = 44;
    private const int HexLength = 64;
    private const int SecondsLength = 10;
    private const int MillisecondsLength = 13;

    /// <summary>ServiceNow: <c>sha256=base64</c> over <c>timestamp.body</c>; the time is Unix seconds or milliseconds.</summary>
    public static bool IsServiceNow(
        StringValues signature, StringValues timestamp, ReadOnlySpan<byte> body, SecretPair secrets, DateTimeOffset now, TimeSpan window)
    {
        if (Single(timestamp) is not { } time || MomentOf(time) is not { } sentAt || (now - sentAt).Duration() > window)
            return false;
        if (Digest(signature, Base64Length) is not { } text || FromBase64(text) is not { Length: SHA256.HashSizeInBytes } told)
            return false;
        var signed = new byte[time.Length + 1 + body.Length];
        Encoding.ASCII.GetBytes(time, signed);
        signed[time.Length] = (byte)'.';
        body.CopyTo(signed.AsSpan(time.Length + 1));

        var good = false;
        foreach (var secret in secrets.All)
            good |= KeyOf(secret) is { } key && CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, signed), told);
        return good;
    }

    /// <summary>Jira: <c>sha256=hex</c> over the body; no other method is accepted.</summary>
    public static bool IsJira(StringValues signature, ReadOnlySpan<byte> body, SecretPair secrets)
    {
        if (Digest(signature, HexLength) is not { } text || !text.All(char.IsAsciiHexDigit))
            return false;
        var told = Convert.FromHexString(text);
        var good = false;
        foreach (var secret in secrets.All)
            good |= CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body), told);
        return good;
    }

    /// <summary>Jira Automation: the secret itself. Hashes are compared, so that the time does not tell the length.</summary>
    public static bool IsShared(StringValues header, SecretPair secrets)
    {
        if (Single(header) is not { Length: > 0 } text)
            return false;
        var told = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        var good = false;
        foreach (var secret in secrets.All)
            good |= CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(secret)), told);
        return good;
    }

    /// <summary>The key bytes of a Base64 secret, or null.</summary>
    public static byte[]? KeyOf(string secret) => FromBase64(secret);

    private static string? Single(StringValues header) => header.Count == 1 ? header[0] : null;

    private static string? Digest(StringValues header, int length) =>
        Single(header) is { } text && text.Length == Method.Length + length && text.StartsWith(Method, StringComparison.Ordinal)
            ? text[Method.Length..]
            : null;

    private static byte[]? FromBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var written) ? bytes[..written] : null;
    }

    private static DateTimeOffset? MomentOf(string time) =>
        !time.All(char.IsAsciiDigit) ? null
        : time.Length == SecondsLength ? DateTimeOffset.FromUnixTimeSeconds(long.Parse(time, CultureInfo.InvariantCulture))
        : time.Length == MillisecondsLength ? DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(time, CultureInfo.InvariantCulture))
        : null;
}

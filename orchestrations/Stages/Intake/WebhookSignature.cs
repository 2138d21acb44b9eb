using System.Security.Cryptography;
using System.Text;

namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>
/// Compares what a sender proves with what the secrets say, for the webhook of any ticket system. Every check compares in constant
/// time, tries all secrets always, and answers yes or no without saying why.
/// </summary>
public static class WebhookSignature
{
    private const string Method = "sha256=";

    /// <summary>True when a signature is the HMAC-SHA256 of the content under one of the keys.</summary>
    public static bool IsSigned(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature, IEnumerable<byte[]> keys)
    {
        var valid = false;
        foreach (var key in keys)
            valid |= CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, content), signature);
        return valid;
    }

    /// <summary>True when a sender sent one of the secrets itself. Hashes are compared, so that the time does not tell the length.</summary>
    public static bool IsShared(string? sent, SecretPair secrets)
    {
        if (sent is not { Length: > 0 })
            return false;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(sent));
        var valid = false;
        foreach (var secret in secrets.All)
            valid |= CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(secret)), hash);
        return valid;
    }

    /// <summary>What follows <c>sha256=</c> in a header, when it has exactly that length; null otherwise. No other method is accepted.</summary>
    public static string? Digest(string? header, int length) =>
        header is not null && header.Length == Method.Length + length && header.StartsWith(Method, StringComparison.Ordinal)
            ? header[Method.Length..]
            : null;

    /// <summary>The bytes of a Base64 text; null when it is not one.</summary>
    public static byte[]? FromBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var written) ? bytes[..written] : null;
    }
}

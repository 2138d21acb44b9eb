using System.Text;

namespace HelpDesk.Adapters.Graph.Devices.Secrets;

/// <summary>A local administrator password as Entra keeps it. Lives for one answer.</summary>
/// <param name="account">Name of the account; no secret.</param>
/// <param name="base64">The password as it was backed up.</param>
/// <param name="changedAt">When it was backed up.</param>
internal sealed class LapsPassword(string account, string base64, DateTimeOffset? changedAt)
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Name of the account.</summary>
    public string Account => account;

    /// <summary>When it was backed up.</summary>
    public DateTimeOffset? ChangedAt => changedAt;

    /// <summary>
    /// The password in clear; null when it is no text. Windows writes UTF-16LE, other clients UTF-8, and nothing says which: in UTF-16LE
    /// every second byte of a Latin password is zero, and UTF-8 has no zero byte at all.
    /// </summary>
    public string? Text()
    {
        byte[] bytes;
        try
        {
            bytes = Convert.FromBase64String(base64);
        }
        catch (FormatException)
        {
            return null;
        }

        if (bytes is [0xFF, 0xFE, ..])
            return Clean(Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2));
        if (bytes.Length % 2 == 0 && bytes.Where((value, at) => at % 2 == 1 && value == 0).Any())
            return Clean(Encoding.Unicode.GetString(bytes));
        try
        {
            return Clean(Utf8.GetString(bytes is [0xEF, 0xBB, 0xBF, .. var rest] ? rest : bytes));
        }
        catch (DecoderFallbackException)
        {
            return bytes.Length % 2 == 0 ? Clean(Encoding.Unicode.GetString(bytes)) : null;
        }
    }

    /// <summary>Never shows the password.</summary>
    public override string ToString() => $"LapsPassword of {account}";

    // Some writers end the text with a zero.
    private static string? Clean(string text) => text.TrimEnd('\0') is { Length: > 0 } clean && !clean.Any(char.IsControl) ? clean : null;
}

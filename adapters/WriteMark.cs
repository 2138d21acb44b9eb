using System.Security.Cryptography;
using System.Text;

namespace HelpDesk.Adapters;

/// <summary>
/// The trace a write leaves in a ticket, by which a repeated call recognises the first: a last line such as
/// <c>[ref 7f3c9a1b2c]</c>. It is derived from the idempotency key and from what kind of write it is, tells a reader nothing, and
/// is believed only in an entry of our own account, because a requester could write it too.
/// </summary>
/// <param name="Token">Ten hexadecimal digits (40 bits: searched within one ticket only).</param>
internal sealed record WriteMark(string Token)
{
    /// <summary>The mark of one write.</summary>
    /// <param name="kind"><c>comment</c>, <c>note</c>, <c>assign</c>, <c>resolve</c>: one key may be used for one of each.</param>
    /// <param name="idempotencyKey">Of the call.</param>
    public static WriteMark Of(string kind, string idempotencyKey)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(idempotencyKey);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{idempotencyKey}"));
        return new WriteMark(Convert.ToHexStringLower(hash)[..10]);
    }

    /// <summary>What is searched for: the line without its brackets, which some systems escape.</summary>
    public string Needle => $"ref {Token}";

    /// <summary>The text with the mark as its last line, cleaned and cut so that both fit.</summary>
    /// <param name="text">What is written.</param>
    /// <param name="limit">Most characters the field takes.</param>
    public string Under(string text, int limit)
    {
        var line = $"\n\n[{Needle}]";
        return OutgoingText.Clean(text, limit - line.Length) + line;
    }

    /// <summary>True when a text ends with any such line: we wrote it, or a person went on from what we wrote.</summary>
    public static bool EndsWithOne(string text) =>
        text.TrimEnd() is { Length: > 16 } trimmed && trimmed[^1] == ']' && trimmed[^16..^11] == "[ref " && trimmed[^11..^1].All(char.IsAsciiHexDigitLower);

    /// <summary>True when a text carries this mark.</summary>
    public bool IsIn(string text) => text.Contains(Needle, StringComparison.Ordinal);
}

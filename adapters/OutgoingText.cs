using System.Text;

namespace HelpDesk.Adapters;

/// <summary>Makes a text fit to be sent: what no JSON reader or database column takes is taken out, the rest is left as it is.</summary>
internal static class OutgoingText
{
    private const char Replacement = '\uFFFD';

    /// <summary>Without NUL and other control characters (tab and line feed stay), lone surrogates replaced, cut to a length.</summary>
    /// <param name="text">The text.</param>
    /// <param name="limit">Most characters; a longer text ends in an ellipsis.</param>
    public static string Clean(string text, int limit)
    {
        var clean = new StringBuilder(Math.Min(text.Length, limit));
        for (var at = 0; at < text.Length && clean.Length < limit; at++)
        {
            var next = text[at];
            if (char.IsHighSurrogate(next) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
                clean.Append(next).Append(text[++at]);
            else if (char.IsSurrogate(next))
                clean.Append(Replacement);
            else if (!char.IsControl(next) || next is '\n' or '\t')
                clean.Append(next);
        }

        if (clean.Length < limit)
            return clean.ToString();
        clean.Length = limit - 2;
        if (clean.Length > 0 && char.IsHighSurrogate(clean[^1]))
            clean.Length--;
        return clean.Append('…').ToString();
    }
}

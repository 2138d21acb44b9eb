using System.Globalization;
using System.Text;

namespace HelpDesk.Adapters;

/// <summary>
/// Makes an untrusted text harmless on a card: it is shown in text runs, which know no markdown, and what still has a meaning
/// there (mentions, date functions, direction overrides, line breaks) loses it.
/// </summary>
internal static class CardText
{
    private const char ZeroWidthSpace = '\u200B';

    /// <summary>One line of plain text, at most so many characters.</summary>
    public static string Plain(string text, int limit)
    {
        var plain = new StringBuilder(Math.Min(text.Length, limit) + 8);
        var space = true;
        foreach (var next in OutgoingText.Clean(text, limit))
        {
            if (char.IsWhiteSpace(next) || char.IsControl(next))
            {
                if (!space)
                    plain.Append(' ');
                space = true;
                continue;
            }

            // Format characters are invisible and can turn the reading direction around.
            if (char.GetUnicodeCategory(next) == UnicodeCategory.Format)
                continue;
            plain.Append(next);
            space = false;
            if (next is '<' or '{' or '@')
                plain.Append(ZeroWidthSpace);
        }

        return plain.ToString().TrimEnd();
    }
}

using System.Text;

namespace HelpDesk.Adapters.Graph.Calls;

/// <summary>Names out of the directory, made fit for one line of a sentence: anybody may have chosen them.</summary>
internal static class DisplayText
{
    private const int MaxLength = 64;

    /// <summary>The name without control and format characters, at most 64 characters; <paramref name="otherwise"/> when nothing is left.</summary>
    public static string Of(string? name, string otherwise)
    {
        var text = new StringBuilder();
        foreach (var rune in (name ?? "").EnumerateRunes())
        {
            if (text.Length >= MaxLength)
                break;
            if (Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format
                or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator)
                continue;
            text.Append(rune.ToString());
        }

        var shown = text.ToString().Trim();
        return shown.Length == 0 ? otherwise : shown;
    }
}

using System.Text;

namespace HelpDesk.Orchestrations.Domain.Directory;

/// <summary>Makes a name from the directory safe to show in one line: its owner may have chosen any text.</summary>
public static class DisplayText
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

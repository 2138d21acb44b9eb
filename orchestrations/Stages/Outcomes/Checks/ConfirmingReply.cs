using System.Globalization;
using System.Text;

namespace HelpDesk.Orchestrations.Stages.Outcomes.Checks;

/// <summary>Tells a reply that only thanks or confirms from every other. In doubt it is no confirmation: a person reads it.</summary>
internal static class ConfirmingReply
{
    private const int MostCharacters = 200;

    private static readonly string[] Confirms =
    [
        "thank", "thanks", "thx", "works", "working", "solved", "fixed", "fast again", "great", "perfect",
        "danke", "vielen dank", "funktioniert", "lauft", "geht wieder", "gelost", "super",
        "gracias", "funciona", "resuelto", "solucionado", "perfecto", "va bien",
        "merci", "fonctionne", "marche", "resolu", "parfait",
    ];

    private static readonly string[] Doubts =
    [
        "not", "still", "again", "but", "however", "slow", "no", "never", "doesn", "isn", "didn", "same", "problem", "unfortunately", "until",
        "nicht", "immer", "noch", "wieder langsam", "aber", "kein", "keine", "langsam", "leider", "trotzdem", "bis",
        "sigue", "todavia", "aun", "pero", "lento", "lenta", "tampoco", "mismo", "problema",
        "pas", "toujours", "encore", "mais", "lent", "lente", "meme", "probleme", "malheureusement",
    ];

    /// <summary>True when a reply says nothing but that it works, or thanks.</summary>
    public static bool Is(string text)
    {
        var words = Words(text);
        return text.Length <= MostCharacters && !text.Contains('?', StringComparison.Ordinal) && Has(words, Confirms) && !Has(words, Doubts);
    }

    private static bool Has(string words, string[] list) => list.Any(entry => words.Contains($" {entry} ", StringComparison.Ordinal));

    // Lower case, without accents, one space between words.
    private static string Words(string text)
    {
        var words = new StringBuilder(" ");
        foreach (var sign in text.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(sign))
                words.Append(sign);
            else if (CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark && words[^1] != ' ')
                words.Append(' ');
        }

        return words.Append(' ').ToString();
    }
}

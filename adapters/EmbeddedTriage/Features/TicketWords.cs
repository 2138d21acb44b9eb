using System.Text;

namespace HelpDesk.Adapters.EmbeddedTriage.Features;

/// <summary>Takes a text apart into the words that the classifier sees: folded, digits all alike, placeholders one word each.</summary>
internal static class TicketWords
{
    /// <summary>What the word of a placeholder begins with; no word of a ticket does.</summary>
    public const string PlaceholderMark = "zz";

    private static readonly string[] Kinds = ["PERSON", "MAIL", "PHONE", "CARD", "IBAN", "IP", "ADDRESS", "ID", "SECRET"];

    /// <summary>The words in their order. Takes any text.</summary>
    public static string[] Of(string? text)
    {
        var named = text ?? "";
        foreach (var kind in Kinds)
            named = named.Replace($"[{kind}_", $" {PlaceholderMark}{kind} ", StringComparison.Ordinal).Replace($"[{kind}]", $" {PlaceholderMark}{kind} ", StringComparison.Ordinal);

        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in PlainText.ForClassifier(named).Append(' '))
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(c);
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return [.. words];
    }
}

namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>Whether a text says enough to be judged.</summary>
internal static class TextAmount
{
    private const int LeastLetters = 8;
    private const int LeastWords = 2;

    /// <summary>True for two words and eight letters or more, redaction placeholders not counted.</summary>
    public static bool IsEnough(string? text)
    {
        var letters = 0;
        var words = 0;
        var inWord = false;
        var inPlaceholder = false;
        foreach (var c in PlainText.Clean(text))
        {
            if (c is '[' or ']')
                inPlaceholder = c == '[';
            var isLetter = !inPlaceholder && char.IsLetter(c);
            letters += isLetter ? 1 : 0;
            words += isLetter && !inWord ? 1 : 0;
            inWord = isLetter;
        }

        return letters >= LeastLetters && words >= LeastWords;
    }
}

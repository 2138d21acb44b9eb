namespace HelpDesk.Bench.Language;

/// <summary>A text whose language is known.</summary>
/// <param name="Set">The file or folder that it is from.</param>
/// <param name="Language">Two letters of ISO 639-1.</param>
/// <param name="Title">Empty where it has none.</param>
/// <param name="Text">The text below the title.</param>
internal sealed record LanguageText(string Set, string Language, string Title, string Text)
{
    private const int ShortLength = 30;
    private static readonly string[] Answered = ["en", "de", "es", "fr"];

    /// <summary>True when the text has at most 30 characters.</summary>
    public bool IsShort => Text.Length <= ShortLength;

    /// <summary>True when its writer is answered in the right language: who writes none of ours is answered in English.</summary>
    public bool IsRight(string answer) => InOurs(answer) == InOurs(Language);

    private static string InOurs(string language) => Answered.Contains(language, StringComparer.Ordinal) ? language : "en";
}

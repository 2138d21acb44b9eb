namespace HelpDesk.Orchestrations.Triage.Traits;

/// <summary>A ticket's text, taken apart once for all traits.</summary>
internal sealed class TicketText(string title, string text)
{
    /// <summary>Redacted title.</summary>
    public string Title { get; } = title;

    /// <summary>Redacted text.</summary>
    public string Text { get; } = text;

    /// <summary>Words of the title.</summary>
    public WordText TitleWords { get; } = new(Named(title));

    /// <summary>Words of the text.</summary>
    public WordText TextWords { get; } = new(Named(text));

    /// <summary>Words of both; of one only where the text repeats the title.</summary>
    public WordText Words { get; } = new(text.StartsWith(title, StringComparison.OrdinalIgnoreCase) ? Named(text) : Named($"{title}\n{text}"));

    /// <summary>Lines of the text that hold anything.</summary>
    public IReadOnlyList<string> Lines { get; } = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // A placeholder must not read like the plain word ("[PERSON_2]", "a person").
    private static string Named(string text) => text
        .Replace("[PERSON_", " namedperson ", StringComparison.Ordinal)
        .Replace("[MAIL_", " namedmail ", StringComparison.Ordinal);
}

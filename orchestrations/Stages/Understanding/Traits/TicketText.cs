namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>A ticket's text, taken apart once for all traits.</summary>
internal sealed class TicketText(string title, string text)
{
    /// <summary>Redacted title.</summary>
    public string Title { get; } = title;

    /// <summary>Redacted text.</summary>
    public string Text { get; } = text;

    /// <summary>Words of the title.</summary>
    public WordText TitleWords { get; } = new(title);

    /// <summary>Words of the text.</summary>
    public WordText TextWords { get; } = new(text);

    /// <summary>Words of both; of the text alone where it repeats the title, at its beginning or in a field of a form.</summary>
    public WordText Words { get; } = new WordText(text) is var words && words.Holds(new WordText(title)) ? words : new WordText($"{title}\n{text}");

    /// <summary>Lines of the text that hold anything.</summary>
    public IReadOnlyList<string> Lines { get; } = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

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

    /// <summary>Words of both; of one only where the text repeats the title.</summary>
    public WordText Words { get; } = new(text.StartsWith(title, StringComparison.OrdinalIgnoreCase) ? text : $"{title}\n{text}");

    /// <summary>Lines of the text that hold anything.</summary>
    public IReadOnlyList<string> Lines { get; } = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

namespace HelpDesk.Local.Demo;

/// <summary>A ticket that the demo sends.</summary>
public sealed record DemoTicket
{
    /// <summary>Id of the ticket system that it is sent to.</summary>
    public string System { get; init; } = "";

    /// <summary>Language of who writes: en, de, es, fr.</summary>
    public string Language { get; init; } = "";

    /// <summary>Which of the simulated people of that language, from 1.</summary>
    public int Person { get; init; }

    /// <summary>What it shows: clear, vague, hostile and so on. Not sent.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Text.</summary>
    public string Text { get; init; } = "";
}

namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>What ML.NET reads.</summary>
internal sealed class TriageRow
{
    public string Text { get; set; } = "";

    public string Intent { get; set; } = "";
}

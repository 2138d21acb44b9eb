namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>What ML.NET answers.</summary>
internal sealed class TriageScores
{
    public float[] Score { get; set; } = [];
}

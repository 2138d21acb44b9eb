using Microsoft.ML.Data;

namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>What ML.NET learns from.</summary>
internal sealed class TriageRow
{
    public VBuffer<float> Features { get; set; }

    public string Intent { get; set; } = "";
}

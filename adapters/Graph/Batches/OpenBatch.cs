namespace HelpDesk.Adapters.Graph.Batches;

/// <summary>A batch that still takes requests.</summary>
internal sealed class OpenBatch
{
    /// <summary>Its requests.</summary>
    public List<BatchItem> Items { get; } = [];

    /// <summary>Sends it when its time is over.</summary>
    public ITimer? Closing { get; set; }
}

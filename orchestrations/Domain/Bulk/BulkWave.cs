namespace HelpDesk.Orchestrations.Domain.Bulk;

/// <summary>One wave of a bulk run.</summary>
/// <param name="From">Number of its first target, from 0.</param>
/// <param name="To">Number behind its last target.</param>
public sealed record BulkWave(int From, int To)
{
    /// <summary>How many targets it has.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Count => To - From;
}

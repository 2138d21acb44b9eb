namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>Some targets of the frozen list: a whole one would be too large for a record.</summary>
/// <param name="Targets">In the order of the list.</param>
public sealed record BulkListPart(IReadOnlyList<BulkTarget> Targets)
{
    /// <summary>Targets of one part; chosen so that a part stays far below the 900 KiB of a record with 20 steps each.</summary>
    public const int Size = 50;
}

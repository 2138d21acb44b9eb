namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>How one target stands, as the page shows it.</summary>
/// <param name="Number">Its place in the frozen list, from 0.</param>
/// <param name="Name">On whom or what. Untrusted text.</param>
/// <param name="State">How it stands.</param>
/// <param name="Note">What was read back, or why not; one sentence.</param>
/// <param name="By">The workflow that works on it: another one leaves a target alone that ended.</param>
/// <param name="At">When this changed last, UTC.</param>
public sealed record BulkTargetRow(int Number, string Name, BulkTargetState State, string? Note, string By, DateTimeOffset At)
{
    /// <summary>True when nothing more happens to it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsOver => State is not (BulkTargetState.Waiting or BulkTargetState.Running or BulkTargetState.Busy);
}

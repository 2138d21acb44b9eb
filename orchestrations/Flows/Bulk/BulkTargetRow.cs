
namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>How one target stands, as the page shows it.</summary>
/// <param name="Number">Its place in the frozen list, from 0.</param>
/// <param name="Name">On whom or what. Untrusted text.</param>
/// <param name="State">Its state.</param>
/// <param name="Note">What was read back, or why not; one sentence.</param>
/// <param name="By">The workflow that works on it: another one leaves a target alone that ended.</param>
/// <param name="At">When this changed last, UTC.</param>
public sealed record BulkTargetRow(int Number, string Name, BulkTargetState State, string? Note, string By, DateTimeOffset At)
{
    /// <summary>True when nothing more happens to it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsOver => State is not (BulkTargetState.Waiting or BulkTargetState.Running or BulkTargetState.Busy);
}

/// <summary>How one target of a bulk run stands.</summary>
public enum BulkTargetState
{
    /// <summary>Not begun.</summary>
    Waiting,

    /// <summary>Being worked on.</summary>
    Running,

    /// <summary>Done and read back.</summary>
    Done,

    /// <summary>No change was needed, and that was read back.</summary>
    AlreadySo,

    /// <summary>A step failed or its effect did not show; what could be was not undone.</summary>
    Failed,

    /// <summary>A step failed, and what was done before it was undone.</summary>
    Undone,

    /// <summary>Left alone, because policy or the target itself is against it now.</summary>
    Skipped,

    /// <summary>Left alone, because a ticket works on it; tried once more at the end of the run.</summary>
    Busy,
}

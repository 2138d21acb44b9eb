
namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>Counts of targets that ended.</summary>
/// <param name="Done">Done and read back.</param>
/// <param name="AlreadySo">Nothing was to do.</param>
/// <param name="Failed">Failed.</param>
/// <param name="Undone">Failed and undone.</param>
/// <param name="Skipped">Left alone.</param>
/// <param name="Busy">Held by a ticket.</param>
public sealed record BulkTally(int Done = 0, int AlreadySo = 0, int Failed = 0, int Undone = 0, int Skipped = 0, int Busy = 0)
{
    /// <summary>Nothing yet.</summary>
    public static BulkTally Zero { get; } = new();

    /// <summary>Those by which a failure rate is judged.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Judged => Done + AlreadySo + Bad;

    /// <summary>Those that failed.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Bad => Failed + Undone;

    /// <summary>All of them.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Ended => Judged + Skipped + Busy;

    /// <summary>One more; a target that waits or runs counts for nothing.</summary>
    public BulkTally With(BulkTargetState state) => state switch
    {
        BulkTargetState.Done => this with { Done = Done + 1 },
        BulkTargetState.AlreadySo => this with { AlreadySo = AlreadySo + 1 },
        BulkTargetState.Failed => this with { Failed = Failed + 1 },
        BulkTargetState.Undone => this with { Undone = Undone + 1 },
        BulkTargetState.Skipped => this with { Skipped = Skipped + 1 },
        BulkTargetState.Busy => this with { Busy = Busy + 1 },
        _ => this,
    };
}

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>How one target of a bulk run stands.</summary>
public enum BulkTargetState
{
    /// <summary>Not begun.</summary>
    Waiting,

    /// <summary>Being worked on.</summary>
    Running,

    /// <summary>Done and read back.</summary>
    Done,

    /// <summary>Everything was so already, and was read back.</summary>
    AlreadySo,

    /// <summary>A step failed or its effect did not show; what could be was not taken back.</summary>
    Failed,

    /// <summary>A step failed, and what was done before it was taken back.</summary>
    Undone,

    /// <summary>Left alone, because policy or the target itself is against it now.</summary>
    Skipped,

    /// <summary>Left alone, because a ticket works on it; tried once more at the end of the run.</summary>
    Busy,
}

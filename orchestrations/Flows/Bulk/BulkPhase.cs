namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>Where a bulk run stands.</summary>
public enum BulkPhase
{
    /// <summary>The lines of the list are looked up.</summary>
    Reading,

    /// <summary>The operator reads the frozen list.</summary>
    Review,

    /// <summary>Somebody must approve exactly this list.</summary>
    WaitingForApproval,

    /// <summary>Its waves run.</summary>
    Running,

    /// <summary>Waits until the hour's budget is free again.</summary>
    Paused,

    /// <summary>Over.</summary>
    Ended,
}

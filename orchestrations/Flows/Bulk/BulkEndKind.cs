namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>How a bulk run ended.</summary>
public enum BulkEndKind
{
    /// <summary>Every target was worked on.</summary>
    Completed,

    /// <summary>No line of the list can be worked on.</summary>
    NothingToDo,

    /// <summary>The operator did not want it, or said nothing for a day.</summary>
    Discarded,

    /// <summary>Policy refuses it.</summary>
    Refused,

    /// <summary>An approver said no.</summary>
    Denied,

    /// <summary>Nobody approved in time, which is a no.</summary>
    Expired,

    /// <summary>An operator stopped it.</summary>
    Stopped,

    /// <summary>Too many targets failed.</summary>
    TooManyFailures,

    /// <summary>The kill switch was put on.</summary>
    KillSwitch,

    /// <summary>The stored list is not the one that was approved.</summary>
    ListChanged,

    /// <summary>Something of our own failed.</summary>
    Failed,
}

/// <summary>How a bulk run ended.</summary>
/// <param name="Kind">Which way.</param>
/// <param name="Why">Why, in one sentence; null when all targets were worked on.</param>
/// <param name="All">What became of the targets.</param>
public sealed record BulkEnd(BulkEndKind Kind, string? Why, BulkTally All);

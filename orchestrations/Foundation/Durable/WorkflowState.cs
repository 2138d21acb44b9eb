namespace HelpDesk.Orchestrations.Foundation.Durable;

/// <summary>Where an instance stands.</summary>
public enum WorkflowState
{
    /// <summary>Started, no turn run yet.</summary>
    Pending,

    /// <summary>Running or waiting.</summary>
    Running,

    /// <summary>Ended with a result.</summary>
    Completed,

    /// <summary>Ended with an exception that the workflow did not catch.</summary>
    Failed,

    /// <summary>Ended by an operator.</summary>
    Terminated,

    /// <summary>Stopped because its code no longer matches its history, or awaits something foreign: an operator decides.</summary>
    Suspended,
}

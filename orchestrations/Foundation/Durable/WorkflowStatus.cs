namespace HelpDesk.Orchestrations.Foundation.Durable;

/// <summary>What a status query says about one instance.</summary>
/// <param name="InstanceId">Its id.</param>
/// <param name="Workflow">Name of its workflow.</param>
/// <param name="State">Its state.</param>
/// <param name="Status">The text it set last.</param>
/// <param name="CreatedAt">When it was started, UTC.</param>
/// <param name="UpdatedAt">When its last turn ended, UTC.</param>
/// <param name="OutputJson">Its result when completed.</param>
/// <param name="Failure">Why it failed, was terminated or suspended, with the step's name.</param>
/// <param name="ParentId">The instance that called it as a child.</param>
public sealed record WorkflowStatus(
    string InstanceId,
    string Workflow,
    WorkflowState State,
    string? Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    string? OutputJson,
    string? Failure,
    string? ParentId);

/// <summary>The state of an instance.</summary>
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

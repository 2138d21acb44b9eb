namespace HelpDesk.Orchestrations.Foundation.Durable;

/// <summary>What a status query says about one instance.</summary>
/// <param name="InstanceId">Its id.</param>
/// <param name="Workflow">Name of its workflow.</param>
/// <param name="State">Where it stands.</param>
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

namespace HelpDesk.Orchestrations.Foundation.Durable;

/// <summary>What <see cref="GetInstanceStatus"/> saw.</summary>
/// <param name="State">Where the instance stands; null when there is none of that id.</param>
/// <param name="Failure">Why it failed or was ended.</param>
public sealed record InstanceStatus(WorkflowState? State, string? Failure);

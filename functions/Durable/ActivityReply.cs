namespace HelpDesk.Functions.Durable;

/// <summary>
/// What an activity function answers. A fault is a value here, because the failure details that Durable Functions hands to an
/// orchestrator carry neither a vendor's code nor its Retry-After, and the workflow needs both.
/// </summary>
/// <param name="OutputJson">The result; null when it failed.</param>
/// <param name="Fault">The fault; null when it succeeded.</param>
public sealed record ActivityReply(string? OutputJson, ActivityError? Fault);

namespace HelpDesk.Functions.Durable;

/// <summary>What an activity function is called with: the port's step identity and the input as the port's JSON.</summary>
/// <param name="InstanceId">The workflow instance.</param>
/// <param name="IdempotencyKey"><c>instance/step</c>, equal over all attempts.</param>
/// <param name="Attempt">From 1.</param>
/// <param name="InputJson">The input, written by <c>DurableJson</c>.</param>
/// <param name="Trace">The workflow's trace (<c>TraceText</c>); null when it has none.</param>
/// <param name="Share">In whose name the workflow works (<c>WorkShare</c>); null when it does not say.</param>
public sealed record ActivityRequest(string InstanceId, string IdempotencyKey, int Attempt, string InputJson, string? Trace = null, string? Share = null);

using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Functions.Durable;

/// <summary>What an orchestrator function starts with; passed as text, so that no converter of the host has a say in it.</summary>
/// <param name="Json">The workflow's input, written by <c>DurableJson</c>.</param>
/// <param name="StepsBefore">Steps of the generations before this one: numbers go on, so that idempotency keys never repeat.</param>
/// <param name="Trace">The trace it belongs to (<c>TraceText</c>), here so that it outlives restarts on any backend; null when there is none.</param>
internal sealed record WorkflowInput(string Json, int StepsBefore, string? Trace = null)
{
    public string ToText() => DurableJson.Write(this);

    /// <summary>Reads what <see cref="ToText"/> wrote. Throws <see cref="System.Text.Json.JsonException"/> for anything else.</summary>
    public static WorkflowInput FromText(string? text) => DurableJson.Read<WorkflowInput>(text ?? "null");
}

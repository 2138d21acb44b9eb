using HelpDesk.Orchestrations.Telemetry;

namespace HelpDesk.Functions.Durable;

/// <summary>
/// What a workflow is started with: the port's JSON, and before it, in a line of its own, the trace it belongs to. In the input, so that
/// the trace outlives every restart and does not hang on what a backend of Durable carries.
/// </summary>
internal static class TracedPayload
{
    private const char End = '\n';

    // Version 00 of W3C trace context. No JSON begins so: a number has no second zero.
    private const string Mark = "00-";

    /// <summary>Both in one text.</summary>
    /// <param name="trace">The trace (<see cref="TraceText"/>); null when there is none.</param>
    /// <param name="json">The input.</param>
    public static string Join(string? trace, string json) => trace?.StartsWith(Mark, StringComparison.Ordinal) == true ? $"{trace}{End}{json}" : json;

    /// <summary>The two parts of a text; one without a trace is all input.</summary>
    public static (string? Trace, string Json) Split(string? payload)
    {
        if (payload is null)
            return (null, "null");
        return payload.StartsWith(Mark, StringComparison.Ordinal) && payload.IndexOf(End, StringComparison.Ordinal) is > 0 and var at
            ? (payload[..at], payload[(at + 1)..])
            : (null, payload);
    }
}

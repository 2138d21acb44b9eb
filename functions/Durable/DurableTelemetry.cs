using System.Diagnostics;
using HelpDesk.Orchestrations.Foundation.Telemetry;

namespace HelpDesk.Functions.Durable;

/// <summary>
/// Spans of activities on Durable Functions, named as on the embedded engine. Only activities have one: an orchestrator is replayed,
/// and a span of it would be told once per replay. Its own events are in Durable's trace (host.json, <c>tracing</c>).
/// </summary>
internal static class DurableTelemetry
{
    /// <summary>Name of the activity source.</summary>
    public const string SourceName = "HelpDesk.Durable";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begins the span of an activity under its workflow's trace; the function's own invocation is its parent or linked.</summary>
    public static Activity? Begin(string activity, ActivityRequest request)
    {
        var span = ProductSpans.Begin(Source, $"activity {activity}", ActivityKind.Internal, request.Trace, Activity.Current);
        span?.SetTag(ProductTelemetry.Instance, request.InstanceId);
        return span;
    }
}

using System.Diagnostics;
using HelpDesk.Orchestrations.Foundation.Telemetry;

namespace HelpDesk.Local.Engine;

/// <summary>Traces of the engine: one trace from the start of a workflow over all its turns and activities, over days and restarts.</summary>
public static class EngineTelemetry
{
    /// <summary>Name of the activity source.</summary>
    public const string SourceName = "HelpDesk.Engine";

    internal static ActivitySource Source { get; } = new(SourceName);

    /// <summary>The trace (<see cref="TraceText"/>) a new instance keeps: the caller's, or a new one, so that even a start without a caller is one trace.</summary>
    internal static string? TraceOfCaller()
    {
        if (TraceText.Of(Activity.Current) is { } caller)
            return caller;
        return Source.HasListeners()
            ? $"00-{ActivityTraceId.CreateRandom().ToHexString()}-{ActivitySpanId.CreateRandom().ToHexString()}-01"
            : null;
    }

    /// <summary>Begins a span under an instance's trace; null when nobody listens.</summary>
    internal static Activity? Begin(string name, string? trace, string instanceId)
    {
        var span = ProductSpans.Begin(Source, name, ActivityKind.Internal, trace, around: null);
        span?.SetTag(ProductTelemetry.Instance, instanceId);
        return span;
    }
}

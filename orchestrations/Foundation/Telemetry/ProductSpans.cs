using System.Diagnostics;

namespace HelpDesk.Orchestrations.Foundation.Telemetry;

/// <summary>
/// The product's own spans. One trace holds a ticket from its webhook to its last audit entry; whatever else was under way when a
/// step ran (a page request, the invocation of a function) is linked. Why parents and not only links: docs/decisions/0015.
/// Nothing here runs inside a workflow, so a replay tells nothing twice.
/// </summary>
public static class ProductSpans
{
    /// <summary>Their source.</summary>
    public static ActivitySource Source { get; } = new(ProductTelemetry.SourceName);

    /// <summary>Begins a span that continues a stored trace; null when nobody listens.</summary>
    /// <param name="source">Whose span.</param>
    /// <param name="name">What is done; of a small set.</param>
    /// <param name="kind">Its role in a message's way.</param>
    /// <param name="trace">The stored trace (<see cref="TraceText"/>); null = the one that runs here, or a new one.</param>
    /// <param name="around">What else is under way: the parent when it is of that trace, otherwise linked.</param>
    public static Activity? Begin(ActivitySource source, string name, ActivityKind kind, string? trace, Activity? around)
    {
        if (!source.HasListeners())
            return null;
        if (!TraceText.TryRead(trace, out var stored))
            return source.StartActivity(name, kind, around?.Context ?? default);
        if (around is null)
            return source.StartActivity(name, kind, stored);
        return around.TraceId == stored.TraceId
            ? source.StartActivity(name, kind, around.Context)
            : source.StartActivity(name, kind, stored, links: [new ActivityLink(around.Context)]);
    }

    /// <summary>Begins a span of a case that continues its trace; the span that runs here is its parent or linked.</summary>
    public static Activity? Begin(string name, CaseId caseId, string? trace = null)
    {
        var span = Begin(Source, name, ActivityKind.Internal, trace, Activity.Current);
        span?.SetTag(ProductTelemetry.Case, caseId.Value);
        return span;
    }
}

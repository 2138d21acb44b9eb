using System.Diagnostics;

namespace HelpDesk.EndToEnd.Tests.Telemetry;

/// <summary>A span as it left.</summary>
internal sealed record ExportedSpan(string Name, ActivityKind Kind, string TraceId, string? Case, string Everything)
{
    public static ExportedSpan Of(Activity span) => new(
        span.DisplayName, span.Kind, span.TraceId.ToHexString(),
        (span.GetTagItem("helpdesk.case.id") ?? span.GetTagItem("helpdesk.workflow.instance_id")) as string, TextOf(span));

    private static string TextOf(Activity span)
    {
        var lines = new List<string> { span.Source.Name, span.OperationName, span.DisplayName, span.StatusDescription ?? "", span.TraceStateString ?? "" };
        lines.AddRange(span.TagObjects.Select(tag => $"{tag.Key}={(tag.Value is string[] texts ? string.Join(',', texts) : tag.Value)}"));
        lines.AddRange(span.Baggage.Select(item => $"{item.Key}={item.Value}"));
        foreach (var happened in span.Events)
            lines.Add($"{happened.Name} {string.Join(' ', happened.Tags.Select(tag => $"{tag.Key}={tag.Value}"))}");
        return string.Join('\n', lines);
    }
}

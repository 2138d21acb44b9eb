using System.Diagnostics;
using OpenTelemetry;

namespace HelpDesk.Adapters.OpenTelemetry;

/// <summary>
/// Takes out of spans of HTTP what may be a secret or somebody's words: queries (links to a person and Teams addresses are signed by
/// them), user names in addresses, and the paths of outside systems, which hold names of people. Of our own paths the route stays.
/// </summary>
internal sealed class SpanCleaner : BaseProcessor<Activity>
{
    // Texts of an attacker's choice, or addresses in full: the older names are there for libraries that still write them.
    private static readonly string[] Removed = ["url.query", "http.url", "http.target", "user_agent.original", "http.user_agent", "client.address", "exception.message", "exception.stacktrace"];

    /// <inheritdoc />
    public override void OnEnd(Activity data)
    {
        foreach (var tag in Removed)
            data.SetTag(tag, null);
        if (data.GetTagItem("url.full") is string address)
            data.SetTag("url.full", Origin(address));
        if (data.GetTagItem("url.path") is string path)
            data.SetTag("url.path", data.GetTagItem("http.route") as string ?? Known(path));
        // A fault's own text may quote what it choked on; its kind is in error.type.
        if (data.Status == ActivityStatusCode.Error && data.Kind is ActivityKind.Client or ActivityKind.Server)
            data.SetStatus(ActivityStatusCode.Error, data.GetTagItem("error.type") as string);
    }

    private static string? Origin(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) ? $"{uri.Scheme}://{uri.Authority[(uri.Authority.IndexOf('@', StringComparison.Ordinal) + 1)..]}/" : null;

    // Webhooks and health have no id in their path, and alerts tell them apart by it; of a page only its kind.
    private static string Known(string path)
    {
        if (path is "/api/webhooks/servicenow" or "/api/webhooks/jira" or "/api/health/live" or "/api/health/ready")
            return path;
        var end = path.IndexOf('/', Math.Min(1, path.Length));
        var first = end < 0 ? path : path[..end];
        return first is "/cases" or "/approvals" or "/hand-overs" or "/runbooks" or "/audit" or "/operations" or "/person" or "/my" or "/track" or "/sign-in" or "/sign-out" or "/assets" or "/" ? first : "/other";
    }
}

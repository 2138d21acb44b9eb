using HelpDesk.Orchestrations.Stages.Intake;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace HelpDesk.Web.Webhooks;

/// <summary>Makes a request without any host's types from a request of this host.</summary>
internal static class WebhookRequests
{
    /// <summary>The request without its body.</summary>
    public static WebhookRequest Of(HttpContext http, DateTimeOffset receivedAt) => new(
        ReadOnlyMemory<byte>.Empty, receivedAt, Singles(http.Request.Headers, StringComparer.OrdinalIgnoreCase), Singles(http.Request.Query, StringComparer.Ordinal));

    // A header or parameter that came twice proves nothing: which one the sender means is anyone's choice.
    private static Dictionary<string, string> Singles(IEnumerable<KeyValuePair<string, StringValues>> all, StringComparer names) =>
        all.Where(item => item.Value.Count == 1).ToDictionary(item => item.Key, item => item.Value[0] ?? "", names);
}

using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Adapters.Graph.Throttling;

namespace HelpDesk.Adapters.Graph.Batches;

/// <summary>
/// Which requests may travel with others in one batch: reads, and changes of the directory that may be repeated. Never a secret, in the
/// request or in its answer, and never what must be done only once. Why: docs/decisions/0023.
/// </summary>
internal static class BatchRule
{
    // Whatever an operation says of itself: these hold secrets, or have an effect each time.
    private static readonly string[] Never =
        ["temporaryAccessPassMethods", "resetPassword", "deviceLocalCredentials", "informationProtection", "bitlocker", "sendMail", "invitations", "$batch"];

    // What the SDK sends with every request, and what a request in a batch can say as well.
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization", "Accept", "Accept-Encoding", "Host", "User-Agent", "SdkVersion", "FeatureFlag", "Cache-Control", "traceparent", "tracestate", "Request-Id",
        "client-request-id", "x-ms-throttle-priority", "ConsistencyLevel", "If-Match", "Prefer",
    };

    /// <summary>True when the request may.</summary>
    /// <param name="request">The request.</param>
    /// <param name="operation">What it does; null = unknown.</param>
    /// <param name="root">Graph's address with its version; requests to another version never may.</param>
    public static bool Allows(HttpRequestMessage request, GraphOperation? operation, string root)
    {
        if (operation is not { HoldsSecret: false, IsOnlyOnce: false } || request.Headers.Authorization is null)
            return false;
        var address = request.RequestUri!;
        if (!address.AbsoluteUri.StartsWith($"{root}/", StringComparison.OrdinalIgnoreCase) || request.Headers.Any(header => !Known.Contains(header.Key)))
            return false;
        var cost = RequestCosts.Of(request.Method, address);
        return (cost.Class == GraphClass.Identity || (cost.Class == GraphClass.Intune && !cost.IsWrite))
            && !Array.Exists(Never, name => address.AbsolutePath.Contains(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>True when a body may: JSON, and no password in it.</summary>
    public static bool AllowsBody(string? mediaType, string body) =>
        string.Equals(mediaType, "application/json", StringComparison.OrdinalIgnoreCase) && !body.Contains("password", StringComparison.OrdinalIgnoreCase);
}

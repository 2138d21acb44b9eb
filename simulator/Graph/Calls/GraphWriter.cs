using System.Globalization;
using System.Text.Json.Nodes;

namespace HelpDesk.Simulator.Graph.Calls;

/// <summary>Writes answers as Graph does: with the ids of the request, and an inner error where it is one.</summary>
internal static class GraphWriter
{
    private const string ClientRequestId = "client-request-id";

    /// <summary>The caller's id of a request; the service's own when it has none.</summary>
    public static string ClientRequestIdOf(HttpRequest request) =>
        request.Headers[ClientRequestId].ToString() is { Length: > 0 and <= 64 } own ? own : request.HttpContext.TraceIdentifier;

    /// <summary>Writes an answer.</summary>
    /// <param name="context">The call.</param>
    /// <param name="answer">What is answered.</param>
    /// <param name="time">For the inner error's date.</param>
    public static async Task WriteAsync(HttpContext context, GraphAnswer answer, TimeProvider time)
    {
        var response = context.Response;
        var requestId = context.TraceIdentifier;
        var clientRequestId = ClientRequestIdOf(context.Request);
        response.StatusCode = answer.Status;
        response.Headers["request-id"] = requestId;
        response.Headers[ClientRequestId] = clientRequestId;
        foreach (var (name, value) in answer.Headers)
            response.Headers[name] = value;
        if (answer.Body is not { } body)
            return;
        Complete(answer, requestId, clientRequestId, time);
        response.ContentType = "application/json; odata.metadata=minimal; odata.streaming=true; IEEE754Compatible=false; charset=utf-8";
        await response.WriteAsync(body.ToJsonString(), context.RequestAborted);
    }

    /// <summary>Gives an error its inner error; nothing to an answer that is none.</summary>
    public static void Complete(GraphAnswer answer, string requestId, string clientRequestId, TimeProvider time)
    {
        if (answer.Body?["error"] is not JsonObject error)
            return;
        var inner = new JsonObject
        {
            ["date"] = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
            ["request-id"] = requestId,
            [ClientRequestId] = clientRequestId,
        };
        // Throttling and a service that is down tell their status once more.
        if (answer.Status is 429 or >= 500)
        {
            var status = answer.Status.ToString(CultureInfo.InvariantCulture);
            inner.Insert(0, "code", status);
            inner.Insert(1, "status", status);
        }

        error["innerError"] = inner;
    }
}

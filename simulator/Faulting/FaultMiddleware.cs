using System.Globalization;

namespace HelpDesk.Simulator.Faulting;

/// <summary>Lets the faults that are on strike calls to the simulated systems, told apart by the first part of the path.</summary>
internal sealed class FaultMiddleware(RequestDelegate next, Faults faults, TimeProvider time)
{
    private static readonly string[] Prefixes = ["servicenow", "jira", "teams", "openai"];

    /// <summary>Handles a call.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (SystemOf(context.Request.Path) is not { } system)
        {
            await next(context);
            return;
        }

        var struck = faults.Strike(system, context.Request.Method, context.Request.Path, static kind => kind is not (
            FaultKind.StaleReads or FaultKind.ActionFails or FaultKind.ActionNotSupported or FaultKind.ActionStaysPending));
        foreach (var fault in struck.Where(fault => fault.Kind == FaultKind.Latency))
            await Task.Delay(TimeSpan.FromSeconds(fault.Seconds), time, context.RequestAborted);

        if (struck.FirstOrDefault(fault => fault.Kind is not (FaultKind.Latency or FaultKind.DropAfter)) is { } first)
        {
            await AnswerAsync(context, first, system);
            return;
        }

        if (!struck.Any(fault => fault.Kind == FaultKind.DropAfter))
        {
            await next(context);
            return;
        }

        // The answer is swallowed: the caller cannot know that it was done.
        var answer = context.Response.Body;
        context.Response.Body = Stream.Null;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = answer;
            context.Abort();
        }
    }

    private static string? SystemOf(PathString path)
    {
        var first = path.Value?.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        if (Prefixes.FirstOrDefault(prefix => string.Equals(prefix, first, StringComparison.OrdinalIgnoreCase)) is { } known)
            return known;
        return first is "v1.0" || path.Value?.EndsWith("/oauth2/v2.0/token", StringComparison.Ordinal) == true ? "graph" : null;
    }

    private static async Task AnswerAsync(HttpContext context, Fault fault, string system)
    {
        if (fault.Kind is FaultKind.DropBefore)
        {
            context.Abort();
            return;
        }

        var (status, code, message) = fault.Kind switch
        {
            FaultKind.Throttled => (429, "TooManyRequests", "Please retry after"),
            FaultKind.ServerError => (500, "InternalServerError", "An internal server error occurred."),
            _ => (503, "ServiceUnavailable", "The service is temporarily unavailable."),
        };
        context.Response.StatusCode = status;
        if (fault.Kind is FaultKind.Throttled or FaultKind.Unavailable && fault.Seconds > 0)
            context.Response.Headers.RetryAfter = Math.Ceiling(fault.Seconds).ToString(CultureInfo.InvariantCulture);
        if (fault.Kind == FaultKind.Down)
            return;
        var requestId = Guid.NewGuid().ToString();
        context.Response.Headers["request-id"] = requestId;
        await context.Response.WriteAsJsonAsync(system == "graph"
            ? new { error = new { code, message, innerError = new Dictionary<string, string>(StringComparer.Ordinal) { ["code"] = $"{status}", ["request-id"] = requestId } } }
            : (object)new { error = new { code, message } });
    }
}

using System.Globalization;
using HelpDesk.Simulator.Graph.Calls;
using HelpDesk.Simulator.Graph.Tokens;
using HelpDesk.Simulator.Tenant;
using HelpDesk.Simulator.Tickets.Jira;
using HelpDesk.Simulator.Tickets.ServiceNow;

namespace HelpDesk.Simulator.Faulting;

/// <summary>What each system answers when it throttles, breaks or is not there, in its own words and headers.</summary>
internal sealed class FaultAnswers(SimulatorOptions options, TokenIssuer tokens, TimeProvider time)
{
    private const int RequestsPerHour = 100;

    /// <summary>True for the token endpoint of Entra ID.</summary>
    public static bool IsTokenPath(PathString path) => path.Value?.EndsWith("/oauth2/v2.0/token", StringComparison.Ordinal) == true;

    /// <summary>Answers instead of the system.</summary>
    public Task WriteAsync(HttpContext context, Fault fault, string system)
    {
        var (status, message) = fault.Kind switch
        {
            FaultKind.Throttled => (429, "Please retry again later."),
            FaultKind.ServerError => (500, "An internal server error occurred."),
            FaultKind.Forbidden => (403, "Forbidden"),
            FaultKind.ErrorInAnswer => (200, "Transaction cancelled: maximum execution time exceeded"),
            _ => (503, "The service is temporarily unavailable."),
        };
        var response = context.Response;
        response.StatusCode = status;
        // A system that is down is a gateway's answer: nothing of the system itself.
        if (fault.Kind == FaultKind.Down)
            return Task.CompletedTask;
        if (fault.Kind is FaultKind.Throttled or FaultKind.Unavailable && fault.Seconds > 0 && !IsIdentityProtection(context.Request.Path))
            response.Headers.RetryAfter = Math.Ceiling(fault.Seconds).ToString(CultureInfo.InvariantCulture);
        return system switch
        {
            "graph" when IsTokenPath(context.Request.Path) => TokenEndpoint.Unavailable(status, time).ExecuteAsync(context),
            "graph" => GraphAsync(context, status, message),
            "servicenow" => ServiceNow(response, status, message).ExecuteAsync(context),
            "jira" => Jira(context, status, message).ExecuteAsync(context),
            "openai" => OpenAI(response, fault, status, message).ExecuteAsync(context),
            _ => Results.Json(new { error = new { code = status == 429 ? "TooManyRequests" : "ServiceUnavailable", message } }, statusCode: status).ExecuteAsync(context),
        };
    }

    /// <summary>The answer to one call of a batch.</summary>
    /// <param name="fault">Throttled, ServerError or Unavailable.</param>
    /// <param name="path">Path after the version.</param>
    internal static GraphAnswer InBatch(Fault fault, string path)
    {
        var (status, code) = fault.Kind switch { FaultKind.Throttled => (429, "TooManyRequests"), FaultKind.ServerError => (500, "InternalServerError"), _ => (503, "ServiceUnavailable") };
        var answer = GraphAnswer.Error(status, code, "Please retry again later.");
        return fault.Kind == FaultKind.ServerError || fault.Seconds <= 0 || IsIdentityProtection($"/v1.0{path}")
            ? answer
            : answer with { Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Retry-After"] = Math.Ceiling(fault.Seconds).ToString(CultureInfo.InvariantCulture) } };
    }

    // Identity protection never says when to come back (contracts: graph-throttling).
    private static bool IsIdentityProtection(PathString path) => path.StartsWithSegments("/v1.0/identityProtection", StringComparison.OrdinalIgnoreCase);

    private async Task GraphAsync(HttpContext context, int status, string message)
    {
        var isRead = HttpMethods.IsGet(context.Request.Method);
        var answer = GraphAnswer.Error(status, status switch { 403 => "Authorization_RequestDenied", 429 => "TooManyRequests", 500 => "InternalServerError", _ => "ServiceUnavailable" }, message);
        if (status == 429)
        {
            var client = tokens.ClientOf(context.Request.Headers.Authorization) ?? options.ClientId;
            answer = answer with
            {
                Headers = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["x-ms-throttle-scope"] = $"Tenant_Application/{(isRead ? "Read" : "Write")}/{client}/{SimulatedTenant.Id}",
                    ["x-ms-throttle-information"] = isRead ? "ResourceUnitLimitExceeded" : "WriteLimitExceeded",
                },
            };
        }

        context.TraceIdentifier = Guid.NewGuid().ToString();
        await GraphWriter.WriteAsync(context, answer, time);
    }

    private IResult ServiceNow(HttpResponse response, int status, string message)
    {
        if (status != 429)
            return ServiceNowError.Of(status, message, null);
        response.Headers["X-RateLimit-Limit"] = RequestsPerHour.ToString(CultureInfo.InvariantCulture);
        response.Headers["X-RateLimit-Reset"] = time.GetUtcNow().AddHours(1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return ServiceNowError.Of(status, "Rate limit exceeded", $"Rate limit of {RequestsPerHour} requests per hour for Table API exceeded");
    }

    private IResult Jira(HttpContext context, int status, string message)
    {
        if (status == 429)
        {
            context.Response.Headers["X-RateLimit-Remaining"] = "0";
            context.Response.Headers["X-RateLimit-Reset"] = time.GetUtcNow().AddMinutes(1).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);
            context.Response.Headers["RateLimit-Reason"] = "jira-burst-based";
        }

        return context.Request.Path.Value!.Contains("/rest/servicedeskapi/", StringComparison.OrdinalIgnoreCase)
            ? JiraAnswer.DeskError(status, message, "sd.error.unavailable")
            : JiraAnswer.Error(status, status == 429 ? "Rate limit exceeded." : message);
    }

    private static IResult OpenAI(HttpResponse response, Fault fault, int status, string message)
    {
        if (status == 429 && fault.Seconds > 0)
            response.Headers["retry-after-ms"] = Math.Ceiling(fault.Seconds * 1000).ToString(CultureInfo.InvariantCulture);
        return Results.Json(new { error = new { code = status.ToString(CultureInfo.InvariantCulture), message } }, statusCode: status);
    }
}

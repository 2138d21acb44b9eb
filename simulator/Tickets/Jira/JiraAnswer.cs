using System.Globalization;
using System.Text.Json;

namespace HelpDesk.Simulator.Tickets.Jira;

/// <summary>Jira's answers that are no success: the platform's and the Service Management API's error shapes.</summary>
internal static class JiraAnswer
{
    public static IResult Error(int status, string message) => Results.Json(new { errorMessages = new[] { message }, errors = new { } }, statusCode: status);

    public static IResult FieldError(string field, string message) =>
        Results.Json(new { errorMessages = Array.Empty<string>(), errors = new Dictionary<string, string>(StringComparer.Ordinal) { [field] = message } }, statusCode: 400);

    public static IResult DeskError(int status, string message, string key) => Results.Json(new { errorMessage = message, i18nErrorMessage = new { i18nKey = key, parameters = Array.Empty<string>() } }, statusCode: status);

    public static IResult NoIssue() => Error(404, "Issue does not exist or you do not have permission to see it.");

    public static IResult NoRequest() => DeskError(404, "The request was not found or you do not have permission to view it.", "sd.request.not.found");

    public static IResult NotJson() => Error(400, "There was an error parsing JSON. Check that your request body is valid.");

    public static IResult TooManyWrites(HttpResponse response, TimeSpan wait)
    {
        response.Headers.RetryAfter = wait.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        response.Headers["RateLimit-Reason"] = "jira-per-issue-on-write";
        return Error(429, "Rate limit exceeded.");
    }

    /// <summary>The body of a request, or null when it is no JSON object or holds broken text.</summary>
    public static async Task<JsonElement?> BodyAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType())
            return null;
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A member of an object that is not null; null otherwise.</summary>
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>A text member; null when it is none.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
}

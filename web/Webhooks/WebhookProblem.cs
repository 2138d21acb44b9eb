using HelpDesk.Web.Routing;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Webhooks;

/// <summary>Short problem details (RFC 9457). Nothing in them comes from the body except the name of a field.</summary>
internal static class WebhookProblem
{
    public static IResult Unauthorized() => Problem(StatusCodes.Status401Unauthorized, "The request is not authenticated.");

    public static IResult Unknown() => Problem(StatusCodes.Status404NotFound, "There is no such webhook.");

    public static IResult TooLarge() => Problem(StatusCodes.Status413PayloadTooLarge, $"The body is larger than {RawBody.MaxBytes / 1024} KiB.");

    public static IResult NotSetUp() => Problem(StatusCodes.Status503ServiceUnavailable, "This webhook is not set up.");

    public static IResult Unavailable() => Problem(StatusCodes.Status503ServiceUnavailable, "The event could not be kept. Send it again later.");

    public static IResult Failed(string reference) => UnexpectedError.Problem(reference);

    public static IResult Malformed(string? field, string? reason) => Results.Problem(
        statusCode: StatusCodes.Status400BadRequest,
        title: "The body is not a ticket event.",
        detail: $"{field} {reason}",
        type: "about:blank",
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["field"] = field });

    private static IResult Problem(int status, string title) => Results.Problem(statusCode: status, title: title, type: "about:blank");
}

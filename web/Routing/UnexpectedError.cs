using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Web.Routing;

/// <summary>
/// Answers a request whose handler or page failed unexpectedly: a reference number for the person and one log line with the
/// same number for the operator. Of the exception the browser gets nothing, and the log its type and place only: its message may quote data.
/// </summary>
internal static class UnexpectedError
{
    private const string ApiPrefix = "/api/";

    /// <summary>Answers it: problem details for an API route, else a page; a cut connection when a part of another answer is sent already.</summary>
    public static async Task AnswerAsync(HttpContext http, WebRoute route, Exception error, ILogger log)
    {
        var reference = ErrorReference.New();
        log.Unexpected(reference, route.Method, route.Pattern, ErrorText.Of(error).Message);
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        Clear(http);
        if (IsApi(route))
            await Problem(reference).ExecuteAsync(http);
        else
            await ShowAsync(http, reference);
    }

    /// <summary>Problem details (RFC 9457) with the reference number.</summary>
    public static IResult Problem(string reference) => Results.Problem(
        statusCode: StatusCodes.Status500InternalServerError,
        title: "Something went wrong.",
        detail: $"Give the operators of HelpDesk this reference number: {reference}.",
        type: "about:blank",
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["reference"] = reference });

    private static bool IsApi(WebRoute route) => route.Pattern.StartsWith(ApiPrefix, StringComparison.Ordinal);

    private static void Clear(HttpContext http)
    {
        http.Response.Clear();
        SecurityHeaders.Set(http.Response.Headers, PageRequest.Of(http).Nonce, http.Request.IsHttps);
    }

    private static async Task ShowAsync(HttpContext http, string reference)
    {
        const string Title = "Something went wrong";
        var text = $"An unexpected error occurred in HelpDesk. If you selected a button, first check if it worked. Then try again. If the error persists, give your service desk this reference number: {reference}";
        try
        {
            await Page.Message(http, StatusCodes.Status500InternalServerError, Title, text).ExecuteAsync(http);
        }
#pragma warning disable CA1031 // What failed may be what every page needs; then the plain page says it.
        catch (Exception) when (!http.Response.HasStarted)
#pragma warning restore CA1031
        {
            Clear(http);
            var html = $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{Title}</title></head><body><h1>{Title}</h1><p>{text}</p></body></html>";
            await Results.Content(html, "text/html; charset=utf-8", statusCode: StatusCodes.Status500InternalServerError).ExecuteAsync(http);
        }
    }
}

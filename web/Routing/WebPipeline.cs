using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using HelpDesk.Web.Viewers;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Web.Routing;

/// <summary>
/// What stands before every page, in this order: security headers, who is signed in, whether they may, the anti-forgery token of a
/// <c>POST</c>. What fails unexpectedly behind it is answered with a reference number. Needs no middleware, so that both heads call the same.
/// </summary>
public sealed class WebPipeline(ISignedInReader signedIn, ViewerAccess access, IAntiforgery antiforgery, ILogger<WebPipeline> log)
{
    /// <summary>Answers one request of a route.</summary>
    public async Task HandleAsync(HttpContext http, WebRoute route)
    {
        Begin(http);
        try
        {
            var result = await ResultAsync(http, route);
            await result.ExecuteAsync(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The browser went away: nobody reads an answer.
        }
#pragma warning disable CA1031 // Whatever it is, a person gets a page and an operator a log line.
        catch (Exception error)
#pragma warning restore CA1031
        {
            await UnexpectedError.AnswerAsync(http, route, error, log);
        }
    }

    /// <summary>Answers a path that no route has, or a method that its routes do not take.</summary>
    /// <param name="http">The request.</param>
    /// <param name="allowed">The methods that the path takes; none = there is no such page.</param>
    public static async Task RefuseAsync(HttpContext http, params string[] allowed)
    {
        Begin(http);
        if (allowed.Length > 0)
            http.Response.Headers.Allow = string.Join(", ", allowed);
        var result = allowed.Length > 0
            ? Page.Message(http, StatusCodes.Status405MethodNotAllowed, "That cannot be done here", "This address only answers to being opened in a browser. Nothing was done.")
            : Page.NotFound(http, "There is no such page", "The address may be mistyped, or what it showed is not here any more.");
        await result.ExecuteAsync(http);
    }

    /// <summary>Headers and nonce of an answer, once. Called by itself where something of ASP.NET answers before the gate is reached.</summary>
    internal static void Begin(HttpContext http)
    {
        if (http.Features.Get<PageRequest>() is not null)
            return;
        var request = PageRequest.Begin(http);
        SecurityHeaders.Set(http.Response.Headers, request.Nonce, http.Request.IsHttps);
    }

    private async Task<IResult> ResultAsync(HttpContext http, WebRoute route)
    {
        try
        {
            if (await signedIn.ReadAsync(http) is { } person)
                PageRequest.Of(http).Viewer = await access.OfAsync(person, http.RequestAborted);
            if (Refusal(http, route) is { } refusal)
                return refusal;
            if (HttpMethods.IsPost(route.Method) && await ForgeryAsync(http, route.MaxFormBytes) is { } forgery)
                return forgery;
            return await route.Handle(http);
        }
        catch (VendorException fault)
        {
            log.SystemDown(route.Pattern, fault.System, fault.Code);
            http.Response.Headers.RetryAfter = "30";
            return Page.Message(
                http, StatusCodes.Status503ServiceUnavailable, "Something we need does not answer",
                $"The page needs '{fault.System}', which does not answer now. Nothing was changed by this request that you were not told of. Try again in half a minute.");
        }
    }

    private static IResult? Refusal(HttpContext http, WebRoute route)
    {
        var viewer = PageRequest.Of(http).Viewer;
        if (route.Access == PageAccess.Everybody)
            return null;
        if (viewer is null)
        {
            return HttpMethods.IsGet(route.Method)
                ? Results.Redirect(LocalUrl.SignIn(http.Request.Path + http.Request.QueryString))
                : Page.Message(http, StatusCodes.Status401Unauthorized, "You are not signed in", "Your session is over. Nothing was done. Sign in, open the page again and repeat it.");
        }

        return route.Access switch
        {
            PageAccess.Viewer when !viewer.SeesEverything => Page.Forbidden(
                http, "Cases, runbooks and the audit log are for members of an approver or viewer group. What waits for you is on the first page."),
            PageAccess.Operator when !viewer.IsOperator => Page.Forbidden(http, "Only members of the operator group may do this."),
            _ => null,
        };
    }

    private async Task<IResult?> ForgeryAsync(HttpContext http, long mostBytes)
    {
        if (http.Request.ContentLength > mostBytes || !http.Request.HasFormContentType)
            return Page.Message(http, StatusCodes.Status400BadRequest, "That form is not ours", "Nothing was done. Open the page again and use its buttons.");
        try
        {
            await antiforgery.ValidateRequestAsync(http);
            return null;
        }
        catch (AntiforgeryValidationException)
        {
            return Page.Message(
                http, StatusCodes.Status400BadRequest, "That form is not ours",
                "The form did not come from a page that this system gave you, or the page was too old. Nothing was done. Open the page again and repeat it.");
        }
        catch (Exception cause) when (cause is InvalidDataException or BadHttpRequestException)
        {
            return Page.Message(http, StatusCodes.Status400BadRequest, "That form cannot be read", "Nothing was done. Open the page again and use its buttons.");
        }
    }
}

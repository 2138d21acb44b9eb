using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using HelpDesk.Web.Viewers;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Web.Routing;

/// <summary>
/// What every request passes before its page, in this order: security headers, who is signed in, whether they may, the anti-forgery token of a
/// <c>POST</c>. What fails unexpectedly behind it is answered with a reference number. Needs no middleware, so that both hosts call the same.
/// </summary>
public sealed class WebPipeline(ISignedInReader signedIn, ViewerAccess access, IAntiforgery antiforgery, TamperEvents tampering, ILogger<WebPipeline> log)
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
            // The browser went away: no one reads an answer.
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
            ? Page.Message(http, StatusCodes.Status405MethodNotAllowed, "This isn't allowed here", "Nothing was done, because this address doesn't accept this kind of request.")
            : NoSuchPage(http);
        await result.ExecuteAsync(http);
    }

    /// <summary>Headers and nonce of an answer, once. Called directly where ASP.NET answers before the pipeline is reached.</summary>
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
            {
                var (viewer, whyOver) = await ViewerAsync(http, route, person);
                PageRequest.Of(http).Viewer = viewer;
                // Blocked, a guest or signed out everywhere since: the session is over, whatever the cookie says.
                if (whyOver is not null)
                {
                    await signedIn.EndAsync(http, person);
                    if (route.Access != PageAccess.Everybody)
                        return Page.Message(http, StatusCodes.Status403Forbidden, "Your session has ended", HttpMethods.IsGet(route.Method) ? whyOver : $"Nothing was done. {whyOver}", "/sign-in", "Sign in");
                }
            }

            PageRequest.Of(http).Frozen = await FrozenAsync(http, route);
            if (Refusal(http, route) is { } refusal)
                return refusal;
            if (!http.HasPossibleIds())
                return NoSuchPage(http);
            if (HttpMethods.IsPost(route.Method) && await ForgeryAsync(http, route.MaxFormBytes) is { } forgery)
                return forgery;
            return await route.Handle(http);
        }
        catch (StoredValueChangedException changed)
        {
            await tampering.RecordAsync(changed.CaseId, changed.Kind, "The stored content is not what was put there.", http.RequestAborted);
            return Changed(http);
        }
        catch (VendorException changed) when (changed is { System: "store", Code: "changed", IsRetryable: false })
        {
            return Changed(http);
        }
        catch (VendorException fault)
        {
            log.SystemDown(route.Pattern, fault.System, fault.Code);
            http.Response.Headers.RetryAfter = "30";
            return Page.Message(
                http, StatusCodes.Status503ServiceUnavailable, "A system isn't responding",
                $"This page needs {fault.System}, which isn't responding. Try again in 30 seconds. If you selected a button, first check if it worked.");
        }
    }

    // A page for everybody needs no membership: a signed link works in an outage of the directory too, for whoever is signed in as for who is not.
    private async Task<(Viewer? Viewer, string? WhyOver)> ViewerAsync(HttpContext http, WebRoute route, SignedInPerson person)
    {
        try
        {
            return await access.OfAsync(person, http.RequestAborted);
        }
        catch (VendorException) when (route.Access == PageAccess.Everybody)
        {
            return (null, null);
        }
    }

    private static IResult NoSuchPage(HttpContext http) => Page.NotFound(http, "Page not found", "Check the address. The page may have been removed.");

    private static IResult Changed(HttpContext http) => Page.Message(
        http, StatusCodes.Status409Conflict, "A stored record was changed",
        "A record that this page needs was changed outside HelpDesk, so it can't be shown and nothing was done. Inform your security team; the audit log shows what was signed.");

    // Every page says that nothing is changed automatically. A page that cannot know it says what it otherwise would.
    private static async Task<KillSwitchState?> FrozenAsync(HttpContext http, WebRoute route)
    {
        if (PageRequest.Of(http).Viewer is null || route.Pattern.StartsWith("/assets/", StringComparison.Ordinal) || http.RequestServices.GetService<KillSwitch>() is not { } killSwitch)
            return null;
        try
        {
            return await killSwitch.StateAsync(http.RequestAborted) is { IsOn: true } state ? state : null;
        }
        catch (VendorException)
        {
            return null;
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
                : Page.Message(http, StatusCodes.Status401Unauthorized, "You're not signed in", "Nothing was done, because your session expired. Sign in and try again.");
        }

        return route.Access switch
        {
            PageAccess.Viewer when !viewer.SeesEverything => Page.Forbidden(
                http, "You don't have access to cases, runbooks and the audit log. Ask your service desk lead. Items waiting for you are on the home page."),
            _ when viewer.RememberedSince is not null && HttpMethods.IsPost(route.Method) && route.Access != PageAccess.Freeze => Page.Message(
                http, StatusCodes.Status503ServiceUnavailable, "The directory isn't responding",
                "Nothing was done. Until the directory responds again you can only read pages and turn on the kill switch."),
            PageAccess.Freeze when !viewer.MayFreeze => Page.Forbidden(http, "You don't have access to the kill switch. Ask your service desk lead."),
            PageAccess.Operator when !viewer.IsOperator => Page.Forbidden(http, "You don't have access to operator actions. Ask your service desk lead."),
            _ => null,
        };
    }

    private async Task<IResult?> ForgeryAsync(HttpContext http, long mostBytes)
    {
        if (http.Request.ContentLength > mostBytes || !http.Request.HasFormContentType)
            return Page.Message(http, StatusCodes.Status400BadRequest, "This form isn't valid", "Nothing was done. Open the page again and use its buttons.");
        try
        {
            await antiforgery.ValidateRequestAsync(http);
            return null;
        }
        catch (AntiforgeryValidationException)
        {
            return Page.Message(
                http, StatusCodes.Status400BadRequest, "This form has expired",
                "Nothing was done. Open the page again and try again.");
        }
        catch (Exception cause) when (cause is InvalidDataException or NotSupportedException or BadHttpRequestException)
        {
            return Page.Message(http, StatusCodes.Status400BadRequest, "This form can't be read", "Nothing was done. Open the page again and use its buttons.");
        }
    }
}

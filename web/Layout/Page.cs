using HelpDesk.Web.Requests;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Web.Layout;

/// <summary>Makes answers of pages.</summary>
public static class Page
{
    /// <summary>A page with its model.</summary>
    public static IResult Show<TPage, TModel>(HttpContext http, TModel model, int status = StatusCodes.Status200OK)
        where TPage : PageBase<TModel>
    {
        var request = PageRequest.Of(http);
        // Anti-forgery warns in the log when it finds one, and puts a weaker one there.
        http.Response.Headers.CacheControl = default;
        var tokens = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        http.Response.Headers.CacheControl = "no-store";
        var frame = new PageFrame(
            request.Viewer, http.Request.Path, LocalUrl.Or($"{http.Request.Path}{http.Request.QueryString}"), http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), request.Nonce, tokens.FormFieldName, tokens.RequestToken!)
        { Frozen = request.Frozen };
        return new RazorComponentResult<TPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(PageBase<>.Frame)] = frame,
            [nameof(PageBase<>.Model)] = model,
        })
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        };
    }

    /// <summary>A page that only says something.</summary>
    public static IResult Message(HttpContext http, int status, string title, string text, string? link = null, string? linkText = null) =>
        Show<MessagePage, MessageModel>(http, new MessageModel(status, title, text, link, linkText), status);

    /// <summary>404.</summary>
    public static IResult NotFound(HttpContext http, string title, string text) => Message(http, StatusCodes.Status404NotFound, title, text);

    /// <summary>403 with the reason.</summary>
    public static IResult Forbidden(HttpContext http, string reason) => Message(http, StatusCodes.Status403Forbidden, "You don't have access", reason);

    /// <summary>403 for who is no operator any more, by the directory as it is now.</summary>
    /// <param name="http">The request.</param>
    /// <param name="what">What they wanted to act on.</param>
    /// <param name="why">Why not.</param>
    public static IResult NotOperator(HttpContext http, string what, string why) => Forbidden(http, $"You don't have access to {what}. {why}");
}

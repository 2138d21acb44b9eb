using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Web.Routing;

/// <summary>One route of the pages: what a host answers, who may call it, and what answers it.</summary>
/// <param name="Method"><c>GET</c> or <c>POST</c>. A <c>POST</c> is refused without its anti-forgery token before the handler is called.</param>
/// <param name="Pattern">As ASP.NET routing writes it: <c>/cases/{id}</c>. The host puts the values into <c>Request.RouteValues</c>.</param>
/// <param name="Access">Who may call it.</param>
/// <param name="Handle">The handler. A host calls <see cref="WebPipeline.HandleAsync"/>, which calls this one.</param>
public sealed record WebRoute(string Method, string Pattern, PageAccess Access, Func<HttpContext, Task<IResult>> Handle)
{
    /// <summary>Largest form of a <c>POST</c>, in bytes. Default 32 KiB: a note, a comment and ids; no small form of ours is larger.</summary>
    public long MaxFormBytes { get; init; } = 32 * 1024;

    /// <summary>Class of the handler, registered together with the route; null when the route needs none.</summary>
    internal Type? Handler { get; private init; }

    /// <summary>A page that is shown.</summary>
    internal static WebRoute Get<THandler>(string pattern, PageAccess access, Func<THandler, HttpContext, Task<IResult>> handle)
        where THandler : class =>
        Of(HttpMethods.Get, pattern, access, handle);

    /// <summary>A form that is sent.</summary>
    internal static WebRoute Post<THandler>(string pattern, PageAccess access, Func<THandler, HttpContext, Task<IResult>> handle)
        where THandler : class =>
        Of(HttpMethods.Post, pattern, access, handle);

    private static WebRoute Of<THandler>(string method, string pattern, PageAccess access, Func<THandler, HttpContext, Task<IResult>> handle)
        where THandler : class =>
        new(method, pattern, access, http => handle(http.RequestServices.GetRequiredService<THandler>(), http)) { Handler = typeof(THandler) };
}

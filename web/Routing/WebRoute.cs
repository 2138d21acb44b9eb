using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Routing;

/// <summary>One route of the pages: what a head must map, and what it must call for it.</summary>
/// <param name="Method"><c>GET</c> or <c>POST</c>. A <c>POST</c> is refused without its anti-forgery token before the handler is called.</param>
/// <param name="Pattern">As ASP.NET routing writes it: <c>/cases/{id}</c>. The head puts the values into <c>Request.RouteValues</c>.</param>
/// <param name="Access">Who may call it.</param>
/// <param name="Handle">The handler. A head calls <see cref="WebPipeline.HandleAsync"/>, which calls this one.</param>
public sealed record WebRoute(string Method, string Pattern, PageAccess Access, Func<HttpContext, Task<IResult>> Handle)
{
    /// <summary>Largest form of a <c>POST</c>, in bytes. Default 32 KiB: a note, a comment and ids; nothing that is larger is ours.</summary>
    public long MaxFormBytes { get; init; } = 32 * 1024;
}

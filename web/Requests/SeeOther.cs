using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Requests;

/// <summary>The answer to a form that was carried out: 303, so that a refresh sends it no second time.</summary>
internal static class SeeOther
{
    /// <summary>Sends the browser on; to <c>/</c> when the path is not one of ours.</summary>
    public static IResult To(HttpContext http, string path)
    {
        http.Response.Headers.Location = LocalUrl.Or(path);
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}

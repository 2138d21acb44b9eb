using HelpDesk.Orchestrations;
using HelpDesk.Orchestrations.Policy;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Tracking;

/// <summary>Whether this process can work: it answers, and the record store does. Says nothing about anybody.</summary>
public sealed class HealthHandler(KillSwitch killSwitch)
{
    /// <summary><c>GET /health</c>: <c>200 {"status":"ok"}</c>, or 503 when the store does not answer.</summary>
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        try
        {
            await killSwitch.StateAsync(http.RequestAborted);
            return Results.Json(new { status = "ok" });
        }
        catch (VendorException)
        {
            return Results.Json(new { status = "store-unavailable" }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}

using HelpDesk.Orchestrations;
using HelpDesk.Orchestrations.Policy;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Tracking;

/// <summary>Whether this process lives, and whether it can work. Says nothing about anybody, and no address or setting.</summary>
public sealed class HealthHandler(KillSwitch killSwitch)
{
    /// <summary><c>GET /api/health/live</c>: <c>200 {"status":"live"}</c>. No answer = start the process again.</summary>
    public static Task<IResult> LiveAsync(HttpContext http) => Task.FromResult(Results.Json(new { status = "live" }));

    /// <summary><c>GET /api/health/ready</c>: 200 when what every request needs answers, 503 naming what does not.</summary>
    public async Task<IResult> ReadyAsync(HttpContext http)
    {
        try
        {
            await killSwitch.StateAsync(http.RequestAborted);
            return Results.Json(new { status = "ready", store = "ok" });
        }
        catch (VendorException)
        {
            return Results.Json(new { status = "not-ready", store = "unavailable" }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}

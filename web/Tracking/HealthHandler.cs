using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Tracking;

/// <summary>
/// Whether this process is alive, and whether it can work. Gives advice in our own words: no personal data, no address, no
/// value of a setting, and no answer of a vendor.
/// </summary>
public sealed class HealthHandler(HealthOverview overview)
{
    /// <summary><c>GET /api/health/live</c>: <c>200 {"status":"live"}</c>. Checks nothing else. No answer = restart the process.</summary>
    public static Task<IResult> LiveAsync(HttpContext http) => Task.FromResult(Results.Json(new { status = "live" }));

    /// <summary>
    /// <c>GET /api/health/ready</c>: everything we depend on. 503 when tickets cannot be accepted (store, queue or engine); 200 with
    /// <c>degraded</c> when they can and something else does not work: they wait, or are escalated.
    /// </summary>
    public async Task<IResult> ReadyAsync(HttpContext http)
    {
        var report = await overview.ReadAsync(http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(
            new
            {
                status = Word(report.State, "ready", "not-ready"),
                checks = report.Entries.Select(entry => new { name = entry.Name, state = Word(entry.State, "healthy", "unhealthy"), advice = entry.Advice }),
            },
            statusCode: report.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static string Word(HealthState state, string well, string ill) => state switch
    {
        HealthState.Healthy => well,
        HealthState.Degraded => "degraded",
        _ => ill,
    };
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace HelpDesk.Simulator.RemoteTools;

/// <summary>Simulated TeamViewer, ScreenConnect and LogMeIn Rescue: the calls by which sessions are made and read.</summary>
public sealed class SimulatedRemoteTools(RemoteToolStore sessions, SimulatorOptions options)
{
    /// <summary>Web API of TeamViewer below the simulator.</summary>
    public const string TeamViewer = "/teamviewer/api/v1/";

    /// <summary>Site of ScreenConnect below the simulator.</summary>
    public const string ScreenConnect = "/screenconnect";

    /// <summary>Interface of Rescue below the simulator.</summary>
    public const string Rescue = "/rescue/API/";

    /// <summary>Where a simulated customer joins.</summary>
    public const string Join = "/remote-tools/join";

    // ScreenConnect writes its names with capitals.
    private static readonly JsonSerializerOptions AsWritten = new();

    private const string Extension = "App_Extensions/2d558935-686a-4bd0-9991-07539f5fe749/Service.ashx/";

    /// <summary>A call of TeamViewer.</summary>
    public async Task<IResult> TeamViewerAsync(string rest, HttpRequest request)
    {
        if (sessions.Switches.Refusing.Contains("teamviewer", StringComparer.Ordinal) || request.Headers.Authorization.ToString() != $"Bearer {options.ClientSecret}")
            return Results.Json(new { error = "invalid_token", error_description = "The token is invalid or expired.", error_code = 1 }, statusCode: 401);
        var parts = rest.Split('/', StringSplitOptions.RemoveEmptyEntries);
        switch (request.Method, parts)
        {
            case ("GET", ["ping"]):
                return Results.Json(new { token_valid = true });
            case ("GET", ["sessions"]):
                return Results.Json(new { sessions = sessions.All.Where(static session => session is { Tool: "teamviewer", ClosedAt: null }).Select(session => Shown(session, request)) });
            case ("POST", ["sessions"]):
                if (await BodyAsync(request) is not JsonObject body || ((string?)body["groupid"] ?? (string?)body["groupname"]) is not { Length: > 0 })
                    return Results.Json(new { error = "invalid_request", error_description = "groupid or groupname is needed.", error_code = 2 }, statusCode: 400);
                return Results.Json(Shown(sessions.Add($"s12-{sessions.Next[..3]}-{sessions.Next[3..]}", "teamviewer", (string?)body["description"] ?? "", (string?)body["custom_api"] ?? "", TimeSpan.FromHours(24)), request));
            case ("GET", ["sessions", var code]):
                return sessions.Find(code) is { Tool: "teamviewer" } session ? Results.Json(Shown(session, request)) : Missing();
            case ("PUT", ["sessions", var code]):
                return sessions.Find(code) is not { Tool: "teamviewer" } ? Missing() : await BodyAsync(request) is JsonObject change && (string?)change["state"] == "Closed" && sessions.Act(code, "close") ? Results.NoContent() : Results.StatusCode(400);
            default:
                return Missing();
        }

        static IResult Missing() => Results.Json(new { error = "not_found", error_description = "Not found.", error_code = 4 }, statusCode: 404);
    }

    /// <summary>A call of ScreenConnect's extension.</summary>
    public async Task<IResult> ScreenConnectAsync(string rest, HttpRequest request)
    {
        if (!rest.StartsWith(Extension, StringComparison.Ordinal))
            return Results.NotFound();
        if (sessions.Switches.Refusing.Contains("screenconnect", StringComparer.Ordinal) || request.Headers["CTRLAuthHeader"].ToString() != options.ClientSecret)
            return Results.StatusCode(403);
        if (await BodyAsync(request) is not JsonArray arguments)
            return Results.StatusCode(500);
        switch (rest[Extension.Length..])
        {
            case "CreateSession" when arguments.Count == sessions.Switches.ScreenConnectArguments && (string?)arguments[1] is { Length: > 0 } name:
                sessions.Add(Guid.NewGuid().ToString(), "screenconnect", name, (string?)arguments[3] ?? "", TimeSpan.FromDays(1));
                return Results.Ok();
            case "GetSessionsByName" when arguments.Count == 1:
                return Results.Json(sessions.All.Where(session => session is { Tool: "screenconnect", ClosedAt: null } && session.Name == (string?)arguments[0])
                    .Select(static session => new { SessionID = session.Id, session.Name, SessionType = 1, GuestConnectedCount = session.JoinedAt is null ? 0 : 1 }), AsWritten);
            case "SendCommandToSession":
                sessions.Commands++;
                return Results.Ok();
            default:
                return Results.StatusCode(500);
        }
    }

    /// <summary>A call of Rescue.</summary>
    public IResult RescueCall(string method, HttpRequest request)
    {
        if (sessions.Switches.RescueAnswersHtml)
            return Results.Content("<html><body>Sign in</body></html>", "text/html");
        if (sessions.Switches.Refusing.Contains("rescue", StringComparer.Ordinal))
            return Results.Text("NOTLOGGEDIN");
        if (method.Equals("requestAuthCode.aspx", StringComparison.OrdinalIgnoreCase))
            return Results.Text(request.Query["pwd"] == options.ClientSecret ? $"OK\nAUTHCODE:{options.ClientSecret}" : "INVALIDCREDENTIALS");
        if (!method.Equals("requestPINCode.aspx", StringComparison.OrdinalIgnoreCase))
            return Results.NotFound();
        if (request.Query["authcode"] != options.ClientSecret)
            return Results.Text("NOTLOGGEDIN");
        var session = sessions.Add(sessions.Next, "rescue", request.Query["cfield0"].ToString(), request.Query["tracking0"].ToString(), TimeSpan.FromMinutes(20));
        return Results.Text($"OK\nPINCODE:{session.Id}");
    }

    private static async Task<JsonNode?> BodyAsync(HttpRequest request)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static object Shown(RemoteToolSession session, HttpRequest request) => new
    {
        code = session.Id, state = session.ClosedAt is null ? "Open" : "Closed", groupid = "g1", description = session.Name, custom_api = session.Key, created_at = session.CreatedAt, valid_until = session.ValidUntil, started_at = session.JoinedAt, closed_at = session.ClosedAt,
        end_customer_link = $"{request.Scheme}://{request.Host}{Join}/{session.Id}", supporter_link = $"{request.Scheme}://{request.Host}/remote-tools/support/{session.Id}", webclient_supporter_link = $"{request.Scheme}://{request.Host}/remote-tools/support/{session.Id}",
    };
}

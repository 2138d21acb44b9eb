using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace HelpDesk.Simulator.Tickets.ServiceNow;

/// <summary>OAuth of simulated ServiceNow: client credentials only, opaque tokens that live 1,799 seconds and do not survive the process.</summary>
internal sealed class ServiceNowTokens(SimulatorOptions options, TimeProvider time)
{
    private const int LifetimeSeconds = 1799;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _tokens = new(StringComparer.Ordinal);

    /// <summary><c>POST /oauth_token.do</c>.</summary>
    public async Task<IResult> IssueAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
            return Refused(400, "invalid_request", "Missing parameters");
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if (form["grant_type"] != "client_credentials")
            return Refused(401, "unsupported_grant_type", "Only client_credentials is switched on");
        if (form["client_id"] != options.ClientId || form["client_secret"] != options.ClientSecret)
            return Refused(401, "server_error", "access_denied");
        var token = RandomNumberGenerator.GetHexString(64);
        _tokens[token] = time.GetUtcNow().AddSeconds(LifetimeSeconds);
        return Results.Json(new { access_token = token, scope = "useraccount", token_type = "Bearer", expires_in = LifetimeSeconds });
    }

    /// <summary>True when a request carries a token that is still good.</summary>
    public bool IsGood(HttpRequest request)
    {
        const string Scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && _tokens.TryGetValue(header[Scheme.Length..], out var until) && time.GetUtcNow() < until;
    }

    /// <summary>Makes every token worthless, as a restarted node or an administrator does.</summary>
    public void Revoke() => _tokens.Clear();

    private static IResult Refused(int status, string error, string description) =>
        Results.Json(new Dictionary<string, string>(StringComparer.Ordinal) { ["error"] = error, ["error_description"] = description }, statusCode: status);
}

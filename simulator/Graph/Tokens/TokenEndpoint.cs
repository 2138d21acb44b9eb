using System.Globalization;

namespace HelpDesk.Simulator.Graph.Tokens;

/// <summary>The token endpoint of Entra ID for applications, and the clients it knows.</summary>
internal static class TokenEndpoint
{
    private const string GrantType = "client_credentials";

    /// <summary>Maps <c>/{tenant}/oauth2/v2.0/token</c> and <c>/simulator/clients/{id}</c>.</summary>
    public static void MapTokens(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/{tenant}/oauth2/v2.0/token", IssueAsync).DisableAntiforgery();
        routes.MapPut("/simulator/clients/{id}", static (string id, SimulatedClient client, TokenIssuer tokens) =>
        {
            tokens.Put(id, client);
            return Results.NoContent();
        });
    }

    /// <summary>What the endpoint answers while it is throttled or broken.</summary>
    public static IResult Unavailable(int status, TimeProvider time) => status == 429
        ? Refuse(status, "temporarily_unavailable", 90055, "There are too many incoming requests.", time)
        : Refuse(status, "temporarily_unavailable", 90033, "A transient error has occurred. Please try again.", time);

    private static async Task<IResult> IssueAsync(HttpRequest request, TokenIssuer tokens, SimulatorOptions options, TimeProvider time)
    {
        if (!request.HasFormContentType)
            return Refuse(400, "invalid_request", 900144, "The request body must contain the following parameter: 'grant_type'.", time);
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var clientId = form["client_id"].ToString();
        if (form["grant_type"] != GrantType)
            return Refuse(400, "unsupported_grant_type", 70003, $"The app requested an unsupported grant type '{form["grant_type"]}'.", time);
        if (clientId.Length == 0)
            return Refuse(400, "invalid_request", 900144, "The request body must contain the following parameter: 'client_id'.", time);
        if (!form["scope"].ToString().EndsWith("/.default", StringComparison.Ordinal))
            return Refuse(400, "invalid_scope", 1002012, $"The provided value for scope {form["scope"]} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).", time);
        if (tokens.Find(clientId) is not { } client)
            return Refuse(400, "unauthorized_client", 700016, $"Application with identifier '{clientId}' was not found in the directory 'Contoso'.", time);
        if (form["client_secret"] != options.ClientSecret)
            return Refuse(401, "invalid_client", 7000215, $"Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{clientId}'.", time);
        return Results.Json(new { token_type = "Bearer", expires_in = TokenIssuer.LifetimeInSeconds, ext_expires_in = TokenIssuer.LifetimeInSeconds, access_token = tokens.Issue(clientId, client) });
    }

    private static IResult Refuse(int status, string error, int code, string message, TimeProvider time)
    {
        var (trace, correlation) = (Guid.NewGuid(), Guid.NewGuid());
        var at = time.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return Results.Json(
            new
            {
                error,
                error_description = $"AADSTS{code}: {message} Trace ID: {trace} Correlation ID: {correlation} Timestamp: {at}",
                error_codes = new[] { code },
                timestamp = at,
                trace_id = trace,
                correlation_id = correlation,
                error_uri = $"https://login.microsoftonline.com/error?code={code}",
            },
            statusCode: status);
    }
}

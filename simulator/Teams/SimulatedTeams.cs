using System.Text.Json;

namespace HelpDesk.Simulator.Teams;

/// <summary>Simulated Teams: the webhook of a workflow, and what it has posted.</summary>
public static class SimulatedTeams
{
    /// <summary>Path of the workflow's trigger below the simulator; with the query it is the secret.</summary>
    public const string Trigger = "/teams/workflows/helpdesk-approvals/triggers/manual/paths/invoke";

    /// <summary>Signature in the trigger's address.</summary>
    public const string Signature = "simulated-workflow-signature";

    /// <summary>The whole path and query that the product posts to.</summary>
    public const string TriggerWithSignature = Trigger + "?api-version=1&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=" + Signature;

    /// <summary>Adds the channel.</summary>
    public static IServiceCollection AddSimulatedTeams(this IServiceCollection services) => services.AddSingleton<TeamsChannel>();

    /// <summary>Maps the trigger under <c>/teams</c> and <c>GET /simulator/teams</c>.</summary>
    public static void MapSimulatedTeams(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Trigger, PostAsync);
        routes.Map("/teams/{**rest}", static (HttpRequest request) => request.Path == Trigger
            ? Error(405, "MethodNotAllowed", "The trigger takes POST only.")
            : Error(404, "WorkflowNotFound", "The workflow could not be found."));
        routes.MapGet("/simulator/teams", static (TeamsChannel channel) => Results.Json(channel.Messages));
    }

    private static async Task<IResult> PostAsync(HttpRequest request, TeamsChannel channel)
    {
        if (request.Query["sig"] != Signature)
            return Error(401, "DirectApiAuthorizationRequired", "The request must be authenticated by a valid signature.");
        if (!request.HasJsonContentType())
            return Error(415, "UnsupportedMediaType", "The content must be JSON.");
        if (!channel.Admit())
        {
            request.HttpContext.Response.Headers.RetryAfter = "1";
            return Error(429, "TooManyRequests", "Rate limit is exceeded.");
        }

        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        if (buffer.Length > TeamsCard.MaxBytes)
            return Error(413, "RequestEntityTooLarge", "Request entity too large.");
        try
        {
            buffer.Position = 0;
            using var message = JsonDocument.Parse(buffer);
            if (TeamsCard.Of(message.RootElement) is not { } card)
                return Error(400, "TriggerInputSchemaMismatch", "The input body does not fit the schema of a message with one adaptive card.");
            channel.Add(message.RootElement.Clone(), card.Clone());
            return Results.StatusCode(StatusCodes.Status202Accepted);
        }
        catch (JsonException)
        {
            return Error(400, "InvalidRequestContent", "The request content is not valid JSON.");
        }
    }

    private static IResult Error(int status, string code, string message) => Results.Json(new { error = new { code, message } }, statusCode: status);
}

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Primitives;

namespace HelpDesk.Simulator.OpenAI;

/// <summary>
/// Simulated Azure OpenAI: the product's setting <c>AzureOpenAI:Endpoint</c> is the simulator's address plus <c>/openai</c>. Any
/// deployment but <c>missing</c> exists; the API key is <see cref="SimulatorOptions.ClientSecret"/>.
/// </summary>
public static class OpenAIRegistration
{
    private const string ApiVersion = "2024-10-21";

    // As the service writes: the SDK decodes Base64 as it is on the wire, so a plus may not be an escape.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Adds what the endpoints need.</summary>
    public static IServiceCollection AddSimulatedOpenAI(this IServiceCollection services)
    {
        services.TryAddSingleton<OpenAIScript>();
        services.TryAddSingleton<EmbeddingScript>();
        services.TryAddSingleton(TimeProvider.System);
        return services;
    }

    /// <summary>Maps the endpoints.</summary>
    public static IEndpointRouteBuilder MapSimulatedOpenAI(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/openai/openai/deployments/{deployment}/chat/completions", CompleteAsync);
        routes.MapPost("/simulator/openai/next", (ScriptedAnswer answer, OpenAIScript script) =>
        {
            script.Add(answer);
            return Results.NoContent();
        });
        routes.MapGet("/simulator/openai/requests", (OpenAIScript script) => new { count = script.Requests });
        return routes.MapSimulatedEmbeddings();
    }

    private static async Task<IResult> CompleteAsync(string deployment, HttpContext http, OpenAIScript script, SimulatorOptions options, TimeProvider time)
    {
        if (Refusal(deployment, http.Request, options) is { } refusal)
            return refusal;
        var (request, fault) = await ReadAsync(http);
        if (request is null)
            return Error(400, "invalid_request_error", fault ?? "The body is not valid JSON.");
        if (script.Take() is { } scripted)
            return await PlayAsync(scripted, http, time, () => Completion(deployment, scripted.Content, scripted.Refusal, scripted.Finish, time));
        return Completion(deployment, DocumentsModel.IsAsked(request.Ticket) ? DocumentsModel.Answer(request.Ticket) : KeywordModel.Answer(request.Ticket, request.Allowed), null, "stop", time);
    }

    private static bool IsAuthorised(HttpRequest request, SimulatorOptions options) =>
        request.Headers["api-key"] == options.ClientSecret
        || (request.Headers.Authorization.ToString() is { Length: > 10 } bearer && bearer.StartsWith("Bearer ", StringComparison.Ordinal));

    private static async Task<(ChatRequest? Request, string? Fault)> ReadAsync(HttpContext http)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            return ChatRequest.Read(body.RootElement);
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }

    /// <summary>What every endpoint refuses: a wrong key, version or deployment; null when nothing is wrong.</summary>
    internal static IResult? Refusal(string deployment, HttpRequest request, SimulatorOptions options) =>
        !IsAuthorised(request, options) ? Error(401, "401", "Access denied due to invalid subscription key or wrong API endpoint.")
        : request.Query["api-version"] != ApiVersion ? Error(404, "404", "Resource not found")
        : deployment == "missing" ? Error(404, "DeploymentNotFound", "The API deployment for this resource does not exist.")
        : null;

    /// <summary>Gives a scripted answer.</summary>
    internal static async Task<IResult> PlayAsync(ScriptedAnswer answer, HttpContext http, TimeProvider time, Func<IResult> good)
    {
        if (answer.DelayMilliseconds > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(answer.DelayMilliseconds), time, http.RequestAborted);
        foreach (var (name, value) in answer.Headers ?? [])
            http.Response.Headers[name] = new StringValues(value);
        if (answer.Body is not null)
            return Results.Text(answer.Body, "application/json", statusCode: answer.Status);
        return answer.Status == 200
            ? good()
            : Error(answer.Status, answer.Code ?? answer.Status.ToString(CultureInfo.InvariantCulture), "Scripted by the simulator.");
    }

    private static IResult Completion(string deployment, string? content, string? refusal, string finish, TimeProvider time) => Json(200, new JsonObject
    {
        ["id"] = "chatcmpl-simulated",
        ["object"] = "chat.completion",
        ["created"] = time.GetUtcNow().ToUnixTimeSeconds(),
        ["model"] = deployment,
        ["prompt_filter_results"] = new JsonArray(),
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["finish_reason"] = finish,
            ["content_filter_results"] = new JsonObject(),
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = content, ["refusal"] = refusal },
        }),
        ["usage"] = new JsonObject { ["prompt_tokens"] = 1, ["completion_tokens"] = 1, ["total_tokens"] = 2 },
    });

    /// <summary>An error in the form of the service.</summary>
    internal static IResult Error(int status, string code, string message) => Json(status, new JsonObject
    {
        ["error"] = new JsonObject { ["code"] = code, ["message"] = message, ["type"] = null, ["param"] = null, ["status"] = status },
    });

    /// <summary>An answer.</summary>
    internal static IResult Json(int status, JsonObject body) => Results.Text(body.ToJsonString(Plain), "application/json", statusCode: status);
}

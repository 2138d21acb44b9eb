using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HelpDesk.Simulator.OpenAI;

/// <summary>The embeddings of simulated Azure OpenAI, on the same address and with the same key. Answers are scripted on <c>/simulator/openai/embeddings/next</c>.</summary>
internal static class EmbeddingRegistration
{
    /// <summary>Maps the endpoints.</summary>
    public static IEndpointRouteBuilder MapSimulatedEmbeddings(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/openai/openai/deployments/{deployment}/embeddings", EmbedAsync);
        routes.MapPost("/simulator/openai/embeddings/next", (ScriptedAnswer answer, EmbeddingScript script) =>
        {
            script.Answers.Add(answer);
            return Results.NoContent();
        });
        routes.MapGet("/simulator/openai/embeddings/requests", (EmbeddingScript script) => new { count = script.Answers.Requests, inputs = script.Inputs });
        return routes;
    }

    private static async Task<IResult> EmbedAsync(string deployment, HttpContext http, EmbeddingScript script, SimulatorOptions options, TimeProvider time)
    {
        if (OpenAIRegistration.Refusal(deployment, http.Request, options) is { } refusal)
            return refusal;
        var (request, fault) = await ReadAsync(http, deployment);
        if (request is null)
            return OpenAIRegistration.Error(400, "invalid_request_error", fault ?? "The body is not valid JSON.");
        script.Count(request.Inputs.Count);
        return script.Answers.Take() is { } scripted
            ? await OpenAIRegistration.PlayAsync(scripted, http, time, () => Vectors(deployment, request))
            : Vectors(deployment, request);
    }

    private static async Task<(EmbeddingRequest? Request, string? Fault)> ReadAsync(HttpContext http, string deployment)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            return EmbeddingRequest.Read(body.RootElement, deployment);
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }

    private static IResult Vectors(string deployment, EmbeddingRequest request)
    {
        var tokens = request.Inputs.Sum(static input => 1 + (input.Length / 4));
        return OpenAIRegistration.Json(200, new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray([.. request.Inputs.Select((input, index) => new JsonObject
            {
                ["object"] = "embedding",
                ["index"] = index,
                ["embedding"] = Written(WordVectors.Of(input, request.Dimensions), request.IsBase64),
            })]),
            ["model"] = deployment,
            ["usage"] = new JsonObject { ["prompt_tokens"] = tokens, ["total_tokens"] = tokens },
        });
    }

    private static JsonNode Written(float[] vector, bool isBase64) =>
        isBase64 ? JsonValue.Create(Convert.ToBase64String(MemoryMarshal.AsBytes<float>(vector))) : new JsonArray([.. vector.Select(static number => JsonValue.Create(number))]);
}

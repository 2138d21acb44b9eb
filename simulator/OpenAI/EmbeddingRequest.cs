using System.Text.Json;

namespace HelpDesk.Simulator.OpenAI;

/// <summary>A request for embeddings as the service reads it.</summary>
/// <param name="Inputs">The texts.</param>
/// <param name="Dimensions">Numbers in one vector.</param>
/// <param name="IsBase64">True when the vectors are asked for in Base64, as the SDK does.</param>
internal sealed record EmbeddingRequest(IReadOnlyList<string> Inputs, int Dimensions, bool IsBase64)
{
    private const int MostInputs = 2_048, MostTokens = 8_192, LettersOfAToken = 4;
    private const int OfTheLarge = 3_072, OfTheOthers = 1_536;

    /// <summary>Reads a body.</summary>
    /// <returns>The request, or what the service would say against it. What a deployment is, its name says: <c>ada-002</c> takes no dimensions, <c>large</c> has more, <c>gpt</c> embeds nothing.</returns>
    public static (EmbeddingRequest? Request, string? Fault) Read(JsonElement body, string deployment)
    {
        if (deployment.Contains("gpt", StringComparison.OrdinalIgnoreCase))
            return (null, "The embeddings operation does not work with the specified model. Please choose different model and try again.");
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("input", out var input))
            return (null, "'input' is a required property");
        string?[] inputs = input.ValueKind switch
        {
            JsonValueKind.String => [input.GetString()],
            JsonValueKind.Array => [.. input.EnumerateArray().Select(static one => one.ValueKind == JsonValueKind.String ? one.GetString() : null)],
            _ => [null],
        };
        if (inputs.Length == 0 || Array.Exists(inputs, string.IsNullOrEmpty))
            return (null, "'input' must be a text or a list of texts, none of them empty");
        if (inputs.Length > MostInputs)
            return (null, $"Invalid 'input': array too long. Expected an array with maximum length {MostInputs}, but got an array with length {inputs.Length} instead.");
        if (Array.Exists(inputs, static one => one!.Length > MostTokens * LettersOfAToken))
            return (null, $"This model's maximum context length is {MostTokens} tokens");
        var most = deployment.Contains("large", StringComparison.OrdinalIgnoreCase) ? OfTheLarge : OfTheOthers;
        if (body.TryGetProperty("dimensions", out var dimensions))
        {
            if (deployment.Contains("ada-002", StringComparison.OrdinalIgnoreCase))
                return (null, "This model does not support specifying dimensions.");
            if (dimensions.ValueKind != JsonValueKind.Number || !dimensions.TryGetInt32(out var asked) || asked < 1 || asked > most)
                return (null, $"Invalid value for 'dimensions': it must be 1 to {most}.");
            most = asked;
        }

        var format = body.TryGetProperty("encoding_format", out var form) && form.ValueKind == JsonValueKind.String ? form.GetString() : "float";
        return format is "float" or "base64" ? (new EmbeddingRequest(inputs!, most, format == "base64"), null) : (null, "Invalid value for 'encoding_format'");
    }
}

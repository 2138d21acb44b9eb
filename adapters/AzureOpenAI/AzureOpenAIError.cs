using System.ClientModel;
using System.Globalization;
using System.Text.Json;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.AzureOpenAI;

/// <summary>What an error answer of the service means, and which setting or permission changes it.</summary>
internal static class AzureOpenAIError
{
    /// <summary>System name in faults.</summary>
    public const string System = "azure-openai";

    /// <summary>Code of a prompt that the content filter stopped.</summary>
    public const string ContentFilter = "content_filter";

    /// <summary>Code of a prompt that is too long for the model.</summary>
    public const string TooLong = "context_length_exceeded";

    private const int LongestCode = 60;

    /// <summary>The service's own <c>error.code</c>; null when it gave none.</summary>
    public static string? Code(ClientResultException fault)
    {
        try
        {
            if (fault.GetRawResponse() is not { } response)
                return null;
            using var body = JsonDocument.Parse(response.Content.ToMemory());
            return body.RootElement.ValueKind == JsonValueKind.Object
                && body.RootElement.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
                && error.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String
                && code.GetString() is { Length: > 0 and <= LongestCode } text && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')
                ? text
                : null;
        }
        catch (JsonException)
        {
            // A gateway's page instead of the service's JSON: the status says it all.
            return null;
        }
    }

    /// <summary>The fault of a call of the language model in our own terms.</summary>
    public static VendorException Of(ClientResultException fault, TimeProvider time) => Of(
        fault, time, "AzureOpenAI:Deployment", "must be a model with structured outputs (gpt-4o 2024-08-06 or later); AzureOpenAI:ReasoningModel must be true for reasoning models");

    /// <summary>The fault of a call of the embedding model in our own terms.</summary>
    public static VendorException OfEmbeddings(ClientResultException fault, TimeProvider time) => Of(
        fault, time, "AzureOpenAI:EmbeddingDeployment", "must be an embedding model; AzureOpenAI:EmbeddingDimensions must be 0 for one that takes no number of dimensions (text-embedding-ada-002), and otherwise at most what the model has");

    private static VendorException Of(ClientResultException fault, TimeProvider time, string deployment, string needs)
    {
        var code = Code(fault) ?? (fault.Status == 0 ? "unreachable" : fault.Status.ToString(CultureInfo.InvariantCulture));
        var isRetryable = fault.Status == 0 || VendorCall.IsRetryable(fault.Status);
        return new VendorException(System, code, Meaning(fault.Status, code, deployment, needs), isRetryable, RetryAfter(fault, time), fault)
        {
            RequestId = Header(fault, "apim-request-id") ?? Header(fault, "x-request-id"),
        };
    }

    /// <summary>The service did not answer in time.</summary>
    public static VendorException Late(TimeSpan patience, Exception inner) => new(
        System, "timeout", $"Azure OpenAI did not answer within {patience.TotalSeconds:0.#} s (AzureOpenAI:Timeout).", isRetryable: true, inner: inner);

    /// <summary>No token could be had.</summary>
    public static VendorException NoToken(Exception inner) => new(
        System, "no-token", "No token for Azure OpenAI: give the app an identity with the role Cognitive Services OpenAI User, or set AzureOpenAI:ApiKey.", isRetryable: false, inner: inner);

    private static string Meaning(int status, string code, string deployment, string needs) => status switch
    {
        0 => "Azure OpenAI cannot be reached: check AzureOpenAI:Endpoint, name resolution and the firewall.",
        400 => $"Azure OpenAI refused the request ({code}): {deployment} {needs}.",
        401 => "Azure OpenAI did not accept the credentials: check AzureOpenAI:ApiKey, or give the app's identity the role Cognitive Services OpenAI User.",
        403 => "Azure OpenAI refused access: give the app's identity the role Cognitive Services OpenAI User and allow its network in the resource's firewall.",
        404 => $"Azure OpenAI does not know the deployment: check {deployment} and AzureOpenAI:Endpoint.",
        429 => $"Azure OpenAI is over its quota: raise the tokens per minute of {deployment}.",
        _ => string.Create(CultureInfo.InvariantCulture, $"Azure OpenAI answered with status {status}."),
    };

    private static TimeSpan? RetryAfter(ClientResultException fault, TimeProvider time)
    {
        // Milliseconds win: they are the finer of the two that the service sends together.
        if (Header(fault, "retry-after-ms") is { } fine && double.TryParse(fine, NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds is >= 0 and < 86_400_000)
            return TimeSpan.FromMilliseconds(milliseconds);
        if (Header(fault, "Retry-After") is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(seconds);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until) && until > time.GetUtcNow()
            ? until - time.GetUtcNow()
            : null;
    }

    private static string? Header(ClientResultException fault, string name) =>
        fault.GetRawResponse() is { } response && response.Headers.TryGetValue(name, out var value) ? value : null;
}

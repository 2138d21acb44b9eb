using System.Diagnostics;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using OpenAI.Chat;
using OpenAI.Embeddings;

namespace HelpDesk.Adapters.AzureOpenAI;

/// <summary>
/// One call of the model as the semantic conventions for generative AI tell it: names, counts and times. Neither prompt nor answer is
/// ever told; what the service says of itself is told only in plain, short words.
/// </summary>
internal sealed class ModelCall : IDisposable
{
    /// <summary>Operation of an embedding model.</summary>
    public const string Embeddings = "embeddings";

    private const string Provider = "azure.ai.openai";
    private const decimal Million = 1_000_000m;
    private const int LongestName = 80;

    private readonly AzureOpenAIOptions _options;
    private readonly string _operation;
    private readonly string _deployment;
    private readonly ModelMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly long _began;
    private readonly Activity? _span;
    private readonly string _server;
    private string? _answeredBy;
    private string? _error;

    public ModelCall(AzureOpenAIOptions options, ModelMetrics metrics, TimeProvider time)
        : this(options, metrics, time, "chat", options.Deployment)
    {
    }

    public ModelCall(AzureOpenAIOptions options, ModelMetrics metrics, TimeProvider time, string operation, string deployment)
    {
        (_operation, _deployment) = (operation, deployment);
        (_options, _metrics, _time, _began) = (options, metrics, time, time.GetTimestamp());
        _server = new Uri(options.Endpoint, UriKind.Absolute).Host;
        _span = ProductSpans.Source.StartActivity($"{operation} {deployment}", ActivityKind.Client);
        foreach (var (name, value) in Call())
            _span?.SetTag(name, value);
    }

    /// <summary>The service answered.</summary>
    public void Answered(ChatCompletion completion)
    {
        _answeredBy = Plain(completion.Model);
        _span?.SetTag("gen_ai.response.model", _answeredBy);
        _span?.SetTag("gen_ai.response.finish_reasons", new[] { completion.FinishReason.ToString().ToLowerInvariant() });
        if (completion.Usage is not { } usage)
            return;
        _span?.SetTag("gen_ai.usage.input_tokens", usage.InputTokenCount);
        _span?.SetTag("gen_ai.usage.output_tokens", usage.OutputTokenCount);
        var call = Call();
        _metrics.Used(call, "input", usage.InputTokenCount);
        _metrics.Used(call, "output", usage.OutputTokenCount);
        if (_options is { InputPricePerMillionTokens: { } input, OutputPricePerMillionTokens: { } output, PriceCurrency: { } currency })
            _metrics.Cost(call, ((usage.InputTokenCount * input) + (usage.OutputTokenCount * output)) / Million, currency);
    }

    /// <summary>The service answered with vectors. It has no cost here: the prices of the settings are those of the language model.</summary>
    public void Answered(OpenAIEmbeddingCollection vectors)
    {
        _answeredBy = Plain(vectors.Model);
        _span?.SetTag("gen_ai.response.model", _answeredBy);
        if (vectors.Usage is not { } usage)
            return;
        _span?.SetTag("gen_ai.usage.input_tokens", usage.InputTokenCount);
        _metrics.Used(Call(), "input", usage.InputTokenCount);
    }

    /// <summary>It did not, or not well.</summary>
    /// <param name="code">Why, out of a small set of words.</param>
    public void Failed(string code)
    {
        _error = code;
        _span?.SetTag("error.type", code);
        _span?.SetStatus(ActivityStatusCode.Error, code);
    }

    /// <summary>The call is over.</summary>
    public void Dispose()
    {
        var call = Call();
        _metrics.Called(_error is null ? call : [.. call, new("error.type", _error)], _time.GetElapsedTime(_began));
        _span?.Dispose();
    }

    private KeyValuePair<string, object?>[] Call()
    {
        KeyValuePair<string, object?>[] call =
        [
            new("gen_ai.operation.name", _operation), new("gen_ai.provider.name", Provider),
            new("gen_ai.request.model", _deployment), new("server.address", _server),
        ];
        return _answeredBy is null ? call : [.. call, new("gen_ai.response.model", _answeredBy)];
    }

    // The service's own word for its model; a gateway in between could write anything.
    private static string Plain(string? model) =>
        model is { Length: > 0 and <= LongestName } && model.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':') ? model : "other";
}

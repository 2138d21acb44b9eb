using System.Diagnostics.Metrics;

namespace HelpDesk.Orchestrations.Foundation.Telemetry;

/// <summary>
/// Figures of language models by the semantic conventions for generative AI (<see cref="ProductTelemetry.ConventionsVersion"/>), and
/// what the tokens cost where prices are set. In this room because the adapters of models and of telemetry do not know each other.
/// </summary>
public sealed class ModelMetrics : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "HelpDesk.Models";

    // The bounds are those that the conventions ask for.
    private static readonly InstrumentAdvice<long> Tokens = new() { HistogramBucketBoundaries = [1, 4, 16, 64, 256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216, 67_108_864] };

    private static readonly InstrumentAdvice<double> Seconds = new() { HistogramBucketBoundaries = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92] };

    private readonly Meter _meter = new(MeterName, ProductTelemetry.ConventionsVersion);
    private readonly Histogram<long> _tokens;
    private readonly Histogram<double> _duration;
    private readonly Counter<double> _cost;

    /// <summary>Makes the instruments.</summary>
    public ModelMetrics()
    {
        _tokens = _meter.CreateHistogram("gen_ai.client.token.usage", "{token}", "Tokens of a call, input and output apart", tags: null, Tokens);
        _duration = _meter.CreateHistogram("gen_ai.client.operation.duration", "s", "How long a call of a model took", tags: null, Seconds);
        _cost = _meter.CreateCounter<double>("helpdesk.model.cost", "{currency}", "Tokens times the configured prices; nothing where no price is set");
    }

    /// <summary>A call ended.</summary>
    /// <param name="call">Attributes of the call by the conventions.</param>
    /// <param name="took">How long it took.</param>
    public void Called(ReadOnlySpan<KeyValuePair<string, object?>> call, TimeSpan took) => _duration.Record(took.TotalSeconds, call);

    /// <summary>Tokens of a call.</summary>
    /// <param name="call">Attributes of the call by the conventions.</param>
    /// <param name="type">The conventions' <c>gen_ai.token.type</c>: <c>input</c> or <c>output</c>.</param>
    /// <param name="tokens">How many.</param>
    public void Used(ReadOnlySpan<KeyValuePair<string, object?>> call, string type, long tokens) =>
        _tokens.Record(tokens, [.. call, new KeyValuePair<string, object?>("gen_ai.token.type", type)]);

    /// <summary>What a call cost.</summary>
    /// <param name="call">Attributes of the call by the conventions.</param>
    /// <param name="amount">In <paramref name="currency"/>.</param>
    /// <param name="currency">ISO 4217.</param>
    public void Cost(ReadOnlySpan<KeyValuePair<string, object?>> call, decimal amount, string currency) =>
        _cost.Add((double)amount, [.. call, new KeyValuePair<string, object?>("helpdesk.currency", currency)]);

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();
}

using System.Collections.Concurrent;
using Microsoft.ML;

namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>A trained classifier with its calibration. Safe for many threads: a prediction engine serves one call at a time.</summary>
public sealed class TrainedTriage : IDisposable
{
    // Holding the writer's title against their own words: the text weighs more, because forms lie.
    private const double TextWeight = 0.5;

    private readonly ConcurrentBag<PredictionEngine<TriageRow, TriageScores>> _engines = [];
    private readonly MLContext _ml;
    private readonly ITransformer _model;
    private readonly DataViewSchema _schema;
    private readonly string[] _labels;

    internal TrainedTriage(MLContext ml, ITransformer model, DataViewSchema schema, string[] labels, double temperature)
    {
        (_ml, _model, _schema, _labels, TemperatureUsed) = (ml, model, schema, labels, temperature);
    }

    /// <summary>The temperature its probabilities are calibrated with.</summary>
    public double TemperatureUsed { get; }

    internal IReadOnlyList<string> Labels => _labels;

    /// <summary>All intents, the likeliest first. Takes any text.</summary>
    public IReadOnlyList<Likelihood> Rank(string? title, string? text)
    {
        var whole = Calibrated($"{PlainText.Clean(title)} {PlainText.Clean(text)}");
        if (!string.IsNullOrWhiteSpace(title) && TextAmount.IsEnough(text))
        {
            // Where title and text speak of different things, the mean is sure of neither.
            var alone = Calibrated(text);
            for (var i = 0; i < whole.Length; i++)
                whole[i] = (TextWeight * alone[i]) + ((1 - TextWeight) * whole[i]);
        }

        return [.. whole.Select((probability, i) => new Likelihood(_labels[i], probability)).OrderByDescending(static likelihood => likelihood.Probability)];
    }

    /// <inheritdoc />
    public void Dispose()
    {
        while (_engines.TryTake(out var engine))
            engine.Dispose();
    }

    internal int IndexOf(string intent) => Array.IndexOf(_labels, intent);

    internal float[] RawScores(string? text)
    {
        var engine = _engines.TryTake(out var free) ? free : _ml.Model.CreatePredictionEngine<TriageRow, TriageScores>(_model);
        try
        {
            return [.. engine.Predict(new TriageRow { Text = PlainText.ForClassifier(text) }).Score];
        }
        finally
        {
            _engines.Add(engine);
        }
    }

    internal void Save(Stream stream) => _ml.Model.Save(_model, _schema, stream);

    private double[] Calibrated(string? text) => Temperature.Apply(RawScores(text), TemperatureUsed);
}

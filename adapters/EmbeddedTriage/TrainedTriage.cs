using HelpDesk.Adapters.EmbeddedTriage.Features;
using HelpDesk.Orchestrations.Domain.Policy.Shares;

namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>A trained classifier with its calibration: a weight per term and intent. Safe for many threads.</summary>
public sealed class TrainedTriage
{
    // Holding the writer's title against their own words: the text weighs more, because forms lie.
    private const double TextWeight = 0.5;

    // How much the shares count. 1 would be Bayes with a model that is never too sure of itself; 0.8, chosen with `bench -- triage`.
    private const double ShareStrength = 0.8;

    private readonly string[] _labels;

    internal TrainedTriage(TermVocabulary vocabulary, string[] labels, float[] biases, float[][] weights, double[] learned, double temperature) =>
        (Vocabulary, _labels, Biases, Weights, Learned, TemperatureUsed) = (vocabulary, labels, biases, weights, learned, temperature);

    /// <summary>The temperature its probabilities are calibrated with.</summary>
    public double TemperatureUsed { get; }

    internal TermVocabulary Vocabulary { get; }

    internal IReadOnlyList<string> Labels => _labels;

    internal float[] Biases { get; }

    internal float[][] Weights { get; }

    /// <summary>Shares of the labels among the examples, in their order.</summary>
    internal double[] Learned { get; }

    /// <summary>All intents, the likeliest first. Takes any text.</summary>
    /// <param name="title">The title.</param>
    /// <param name="text">The text.</param>
    /// <param name="shares">How often intents come; null to leave it at the examples' shares.</param>
    public IReadOnlyList<Likelihood> Rank(string? title, string? text, ClassShares? shares = null) => Rank(title, text, shares, TemperatureUsed);

    /// <summary>How sure an answer may be said to be: above <see cref="Temperature.Careful"/> only what is as sure at the careful temperature.</summary>
    /// <param name="best">The likeliest intent.</param>
    /// <param name="title">The title.</param>
    /// <param name="text">The text.</param>
    /// <param name="shares">As in <see cref="Rank(string?, string?, ClassShares?)"/>.</param>
    public double Confidence(Likelihood best, string? title, string? text, ClassShares? shares)
    {
        if (best.Probability <= Temperature.Careful)
            return best.Probability;
        var careful = Rank(title, text, shares, TemperatureUsed * Temperature.AloneCaution / Temperature.Caution).First(likelihood => likelihood.Intent == best.Intent);
        return Math.Clamp(careful.Probability, Temperature.Careful, 1);
    }

    private List<Likelihood> Rank(string? title, string? text, ClassShares? shares, double temperature)
    {
        var whole = Calibrated($"{title} {text}", temperature);
        if (!string.IsNullOrWhiteSpace(title) && TextAmount.IsEnough(text))
        {
            // Where title and text speak of different things, the mean is sure of neither.
            var alone = Calibrated(text, temperature);
            for (var i = 0; i < whole.Length; i++)
                whole[i] = (TextWeight * alone[i]) + ((1 - TextWeight) * whole[i]);
        }

        Weigh(whole, shares);
        return [.. whole.Select((probability, i) => new Likelihood(_labels[i], probability)).OrderByDescending(static likelihood => likelihood.Probability)];
    }

    internal TrainedTriage With(double temperature) => new(Vocabulary, _labels, Biases, Weights, Learned, temperature);

    internal int IndexOf(string intent) => Array.IndexOf(_labels, intent);

    internal float[] RawScores(string? text)
    {
        var (places, values) = Vocabulary.Vector(TicketTerms.Of(text));
        var scores = new float[_labels.Length];
        for (var label = 0; label < scores.Length; label++)
        {
            var sum = Biases[label];
            for (var i = 0; i < places.Length; i++)
                sum += Weights[label][places[i]] * values[i];
            scores[label] = sum;
        }

        var most = scores.Max();
        var total = 0f;
        for (var label = 0; label < scores.Length; label++)
            total += scores[label] = MathF.Exp(scores[label] - most);
        for (var label = 0; label < scores.Length; label++)
            scores[label] /= total;
        return scores;
    }

    // Bayes: what was learned with the examples' shares is said with the organisation's.
    private void Weigh(double[] probabilities, ClassShares? shares)
    {
        if (shares is null)
            return;
        for (var i = 0; i < probabilities.Length; i++)
            probabilities[i] *= Math.Pow(shares.Of(_labels[i]) / Learned[i], ShareStrength);
        var sum = probabilities.Sum();
        for (var i = 0; i < probabilities.Length; i++)
            probabilities[i] /= sum;
    }

    private double[] Calibrated(string? text, double temperature) => Temperature.Calibrate(RawScores(text), temperature);
}

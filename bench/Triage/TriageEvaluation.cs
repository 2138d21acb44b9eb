using HelpDesk.Adapters.EmbeddedTriage;

namespace HelpDesk.Bench.Triage;

/// <summary>Measures the classifier on texts that it did not learn from.</summary>
internal static class TriageEvaluation
{
    private const int CalibrationBins = 10;

    /// <summary>Learns from all folds but one, asks about that one, in turn. Examples that say the same are in one fold.</summary>
    public static IReadOnlyList<EvaluatedText> CrossValidate(
        IReadOnlyList<TrainingExample> examples, int folds, EmbeddedTriageOptions options, CancellationToken cancellation = default)
    {
        var foldOf = Folds.Of(examples, folds);
        var evaluated = new List<EvaluatedText>(examples.Count);
        for (var fold = 0; fold < folds; fold++)
        {
            var trained = TriageTrainer.Train([.. examples.Where((_, i) => foldOf[i] != fold)], cancellation);
            evaluated.AddRange(examples.Where((_, i) => foldOf[i] == fold).Select(example => Ask(trained, example.Intent, example.Text, options)));
        }

        return evaluated;
    }

    /// <summary>Asks about one text.</summary>
    public static EvaluatedText Ask(TrainedTriage trained, string truth, string text, EmbeddedTriageOptions options) =>
        new(truth, trained.Rank("", text)[0], EmbeddedAnswers.Of(trained, "", text, options));

    /// <summary>Share of texts whose likeliest intent is the true one.</summary>
    public static double Accuracy(IReadOnlyCollection<EvaluatedText> texts) => Share(texts.Count(IsLikeliestRight), texts.Count);

    /// <summary>Mean over the intents of the harmonic mean of precision and recall of the likeliest intent.</summary>
    public static double MacroF1(IReadOnlyCollection<EvaluatedText> texts) => texts.GroupBy(text => text.Truth, StringComparer.Ordinal).Average(group =>
    {
        var right = group.Count(IsLikeliestRight);
        return Share(2 * right, group.Count() + texts.Count(text => text.Likeliest.Intent == group.Key));
    });

    /// <summary>Expected calibration error: how far confidence and share of right answers are apart, over ten bins.</summary>
    public static double CalibrationError(IReadOnlyCollection<EvaluatedText> texts) => texts
        .GroupBy(text => Math.Min((int)(text.Likeliest.Probability * CalibrationBins), CalibrationBins - 1))
        .Sum(bin => Share(bin.Count(), texts.Count) * Math.Abs(bin.Average(text => text.Likeliest.Probability) - Share(bin.Count(IsLikeliestRight), bin.Count())));

    /// <summary>Share of texts answered with an intent at that confidence or above.</summary>
    public static double Coverage(IReadOnlyCollection<EvaluatedText> texts, double threshold) =>
        Share(texts.Count(text => IsAnswered(text, threshold)), texts.Count);

    /// <summary>Share of right ones among the answers at that confidence or above; 1 when there is none.</summary>
    public static double Precision(IReadOnlyCollection<EvaluatedText> texts, double threshold)
    {
        var answered = texts.Where(text => IsAnswered(text, threshold)).ToList();
        return answered.Count == 0 ? 1 : Share(answered.Count(text => text.Answer.Intent == text.Truth), answered.Count);
    }

    /// <summary>True when the text was answered with an intent at that confidence or above.</summary>
    public static bool IsAnswered(EvaluatedText text, double threshold) => text.Answer.Intent is not null && text.Answer.Confidence >= threshold;

    private static bool IsLikeliestRight(EvaluatedText text) => text.Likeliest.Intent == text.Truth;

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}

namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>
/// Temperature scaling: one number fitted on texts that the model had not seen, so that a confidence of 0.9 is right nine times out
/// of ten (Guo et al., On Calibration of Modern Neural Networks, 2017).
/// </summary>
public static class Temperature
{
    /// <summary>
    /// By what the fitted temperature is multiplied. 0.73, chosen because on tickets in the manner of a real desk (300, <c>bench -- triage</c>, 2026-11-29)
    /// the confidence then says how often the likeliest intent is an acceptable one; the folds of the examples are harder than that.
    /// </summary>
    public const double Caution = 0.73;

    /// <summary>
    /// By what the fitted temperature is multiplied where a runbook might run alone: an answer above <see cref="Careful"/> must be that sure at this
    /// temperature, too. 0.78, chosen as the most careful at which the demo's plain requests still run alone (measured 2026-11-29 with <c>bench -- triage</c>).
    /// </summary>
    public const double AloneCaution = 0.78;

    /// <summary>From this confidence on <see cref="AloneCaution"/> counts. Below what any policy may call automatic for this classifier.</summary>
    public const double Careful = 0.89;

    /// <summary>
    /// The part of every probability that is spread over all intents: some texts are of a kind that no example is of, and no score
    /// shows it. 0.03, chosen like <see cref="Caution"/>.
    /// </summary>
    public const double Doubt = 0.03;

    private const double Least = 0.05;
    private const double Most = 5;
    private const double GoldenRatio = 0.6180339887498949;

    /// <summary>The temperature at which the true intents are most likely; between 0.05 and 5.</summary>
    /// <param name="outOfFold">For each text the raw probabilities and the index of the true intent.</param>
    public static double Fit(IReadOnlyList<(float[] Scores, int Truth)> outOfFold)
    {
        var low = Math.Log(Least);
        var high = Math.Log(Most);
        while (high - low > 1e-3)
        {
            var left = high - (GoldenRatio * (high - low));
            var right = low + (GoldenRatio * (high - low));
            if (Loss(outOfFold, Math.Exp(left)) < Loss(outOfFold, Math.Exp(right)))
                high = right;
            else
                low = left;
        }

        return Math.Exp((low + high) / 2);
    }

    /// <summary>Probabilities sharpened (below 1) or softened (above 1); they sum to 1.</summary>
    public static double[] Apply(IReadOnlyList<float> scores, double temperature)
    {
        var scaled = new double[scores.Count];
        var sum = 0.0;
        for (var i = 0; i < scaled.Length; i++)
        {
            // A score that is not a number or not positive counts as all but impossible.
            var score = scores[i] > 1e-12f ? scores[i] : 1e-12f;
            sum += scaled[i] = Math.Exp(Math.Log(score) / temperature);
        }

        for (var i = 0; i < scaled.Length; i++)
            scaled[i] = sum > 0 ? scaled[i] / sum : 1.0 / scaled.Length;
        return scaled;
    }

    /// <summary>The confidence that is answered: <see cref="Apply"/> with <see cref="Doubt"/>.</summary>
    public static double[] Calibrate(IReadOnlyList<float> scores, double temperature) =>
        [.. Apply(scores, temperature).Select(probability => ((1 - Doubt) * probability) + (Doubt / scores.Count))];

    private static double Loss(IReadOnlyList<(float[] Scores, int Truth)> outOfFold, double temperature) =>
        outOfFold.Sum(row => -Math.Log(Math.Max(Apply(row.Scores, temperature)[row.Truth], 1e-12)));
}

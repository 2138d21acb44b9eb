using System.Diagnostics;
using System.Globalization;
using HelpDesk.Adapters.EmbeddedTriage;
using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Stages.Rulebook;

namespace HelpDesk.Bench.Triage;

/// <summary>The embedded classifier: how often it is right on texts that it did not learn from, and how fast it is.</summary>
internal sealed class TriageScenario(string? data) : IScenario
{
    /// <summary>From here on the embedded classifier alone may lead to a plan without a person (policy/confidence.yaml).</summary>
    public const double EmbeddedAutomatic = 0.95;

    private const double Automatic = 0.90;
    private const double Considered = 0.60;
    private const int Folds = 5;

    private readonly IntentCatalogue _intents = RulebookLoader.IntentsOrThrow(new RulebookOptions());

    public string Name => "triage";

    public async Task<IReadOnlyList<Figure>> RunAsync(string folder, CancellationToken cancellation)
    {
        var options = new EmbeddedTriageOptions();
        var examples = ExampleFile.Read(_intents);
        var texts = TriageEvaluation.CrossValidate(examples, Folds, options, cancellation);

        var since = Stopwatch.GetTimestamp();
        var trained = TriageTrainer.Train(examples, cancellation);
        var training = Stopwatch.GetElapsedTime(since).TotalSeconds;
        var times = Times(trained, examples, options);

        var wrong = texts.Where(text => TriageEvaluation.IsAnswered(text, Automatic) && text.Answer.Intent != text.Truth).ToList();
        foreach (var text in wrong)
            Console.WriteLine(Text($"wrong at {Automatic}: {text.Truth} taken for {text.Answer.Intent} ({text.Answer.Confidence:0.000})"));

        List<Figure> figures =
        [
            // Why these are lower than in 2026-11-28's table: docs/benchmarks.md, "What the folds say".
            Share("accuracy, 5-fold", TriageEvaluation.Accuracy(texts), 0.65),
            Share("macro F1, 5-fold", TriageEvaluation.MacroF1(texts), 0.68),
            new Figure("expected calibration error, 5-fold", Text($"{TriageEvaluation.CalibrationError(texts):0.000}"), "-", "-", "-", true),
            Share("precision at 0.90, 5-fold", TriageEvaluation.Precision(texts, Automatic), 0.90),
            Share("coverage at 0.90, 5-fold", TriageEvaluation.Coverage(texts, Automatic), 0.10),
            Share("precision at 0.95, 5-fold", TriageEvaluation.Precision(texts, EmbeddedAutomatic), 0),
            Share("coverage at 0.95, 5-fold", TriageEvaluation.Coverage(texts, EmbeddedAutomatic), 0),
            Share("precision at 0.60, 5-fold", TriageEvaluation.Precision(texts, Considered), 0.77),
            Share("coverage at 0.60, 5-fold", TriageEvaluation.Coverage(texts, Considered), 0.50),
            new Figure("wrong remediable intents at 0.90, 5-fold", Text($"{wrong.Count(text => IsRemediable(text.Answer.Intent))} of {texts.Count}"), "-", "-", "-", true),
            new Figure("temperature", Text($"{trained.TemperatureUsed:0.000}"), "-", "-", "-", true),
            new Figure("training", Text($"{training:0.0} s"), "-", "-", "<= 20 s", training <= 20),
            new Figure("one answer, p50", Text($"{Percentile.At(times, 0.5):0.000} ms"), "-", "-", "<= 3 ms", Percentile.At(times, 0.5) <= 3),
            new Figure("one answer, p99", Text($"{Percentile.At(times, 0.99):0.000} ms"), "-", "-", "-", true),
        ];
        figures.AddRange(HeldOutFigures(trained, options));
        figures.AddRange(ForeignFigures(trained, options));
        figures.AddRange(await new TicketSets(data, _intents).FiguresAsync(trained, options, cancellation));
        figures.AddRange(new RedactionFigures(data).All());
        return figures;
    }

    // Written when examples, concepts and training stood: nothing of it was looked at while they were made.
    private List<Figure> HeldOutFigures(TrainedTriage trained, EmbeddedTriageOptions options)
    {
        var rows = HeldOutTexts.Read(Path.Combine(AppContext.BaseDirectory, "triage", "held-out.csv"), _intents);
        var texts = rows.Select(row => TriageEvaluation.Ask(trained, row.Intent, row.Text, options)).ToList();
        return
        [
            Share(Text($"held-out texts ({texts.Count}): accuracy"), TriageEvaluation.Accuracy(texts), 0),
            Share("held-out texts: precision at 0.60", TriageEvaluation.Precision(texts, Considered), 0),
            Share("held-out texts: coverage at 0.60", TriageEvaluation.Coverage(texts, Considered), 0),
            Share("held-out texts: precision at 0.90", TriageEvaluation.Precision(texts, Automatic), 0),
            Share("held-out texts: coverage at 0.90", TriageEvaluation.Coverage(texts, Automatic), 0),
        ];
    }

    private List<Figure> ForeignFigures(TrainedTriage trained, EmbeddedTriageOptions options)
    {
        var path = Path.Combine(data ?? "", ForeignRequests.FileName);
        if (data is null || !File.Exists(path))
            return [new Figure("requests of others", $"not measured: {ForeignRequests.FileName} is not in the folder with test data", "-", "-", "-", true)];

        var texts = ForeignRequests.Read(path).Select(row => TriageEvaluation.Ask(trained, row.Intent, row.Text, options)).ToList();
        var outside = texts.Where(text => text.Truth == IntentCatalogue.Unknown).ToList();
        var inside = texts.Where(text => text.Truth != IntentCatalogue.Unknown).ToList();
        var dangerous = outside.Count(text => TriageEvaluation.IsAnswered(text, Automatic) && IsRemediable(text.Answer.Intent));
        foreach (var group in outside.Where(text => TriageEvaluation.IsAnswered(text, Automatic)).GroupBy(text => text.Answer.Intent, StringComparer.Ordinal))
            Console.WriteLine(Text($"out of scope at {Automatic}: {group.Count()} taken for {group.Key}"));

        return
        [
            Share(Text($"of others, out of scope ({outside.Count}): abstained"), (double)outside.Count(text => text.Answer.Intent is null) / outside.Count, 0.70),
            new Figure("of others, out of scope: remediable at 0.90", Text($"{dangerous} ({(double)dangerous / outside.Count:0.000})"), "-", "-", "<= 0.040", dangerous <= outside.Count * 0.04),
            Share(Text($"of others, ours too ({inside.Count}): accuracy"), TriageEvaluation.Accuracy(inside), 0),
            Share("of others, ours too: precision at 0.60", TriageEvaluation.Precision(inside, Considered), 0),
            Share("of others, ours too: coverage at 0.60", TriageEvaluation.Coverage(inside, Considered), 0),
            Share("of others, ours too: precision at 0.90", TriageEvaluation.Precision(inside, Automatic), 0),
            Share("of others, ours too: coverage at 0.90", TriageEvaluation.Coverage(inside, Automatic), 0),
        ];
    }

    private static double[] Times(TrainedTriage trained, IReadOnlyList<TrainingExample> examples, EmbeddedTriageOptions options)
    {
        var times = new List<double>();
        foreach (var example in examples)
        {
            var since = Stopwatch.GetTimestamp();
            EmbeddedAnswers.Of(trained, "", example.Text, options);
            times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        return [.. times.Order()];
    }

    private bool IsRemediable(string? intent) => _intents.Find(intent)?.IsRemediable == true;

    private static Figure Share(string name, double value, double least) =>
        new(name, Text($"{value:0.000}"), "-", "-", least > 0 ? Text($">= {least:0.00}") : "-", value >= least);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

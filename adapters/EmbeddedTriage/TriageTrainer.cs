using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Transforms;
using Microsoft.ML.Transforms.Text;

namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>Trains the classifier: word and character n-grams into a multinomial logistic regression. The same examples give the same model.</summary>
public static class TriageTrainer
{
    /// <summary>Changes with everything that changes a trained model, so that no old one is taken from the cache.</summary>
    public const string CodeVersion = "1";

    private const int Seed = 20;
    private const int CalibrationFolds = 3;

    /// <summary>Trains on all examples; the temperature comes from models that had not seen the texts it is fitted on.</summary>
    public static TrainedTriage Train(IReadOnlyList<TrainingExample> examples, CancellationToken cancellation = default)
    {
        var outOfFold = new List<(float[] Scores, int Truth)>(examples.Count);
        for (var fold = 0; fold < CalibrationFolds; fold++)
        {
            var (seen, unseen) = Folds.Split(examples, CalibrationFolds, fold);
            using var partial = Fit(seen, 1, cancellation);
            foreach (var example in unseen)
            {
                if (partial.IndexOf(example.Intent) is var truth and >= 0)
                    outOfFold.Add((partial.RawScores(example.Text), truth));
            }
        }

        return Fit(examples, outOfFold.Count == 0 ? 1 : Temperature.Fit(outOfFold), cancellation);
    }

    private static TrainedTriage Fit(IReadOnlyList<TrainingExample> examples, double temperature, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var ml = new MLContext(Seed);
        var rows = ml.Data.LoadFromEnumerable(examples.Select(example => new TriageRow { Text = PlainText.ForClassifier(example.Text), Intent = example.Intent }));
        var pipeline = ml.Transforms.Conversion.MapValueToKey("Label", nameof(TriageRow.Intent), keyOrdinality: ValueToKeyMappingEstimator.KeyOrdinality.ByValue)
            .Append(ml.Transforms.Text.FeaturizeText("Features", Features(), nameof(TriageRow.Text)))
            .AppendCacheCheckpoint(ml)
            .Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(new SdcaMaximumEntropyMulticlassTrainer.Options
            {
                // One thread: with more, the order of updates and so the model would differ from run to run.
                NumberOfThreads = 1,
                MaximumNumberOfIterations = 30,
                L2Regularization = 1e-6f,
                L1Regularization = 0f,
                ConvergenceTolerance = 0.02f,
            }));
        var model = pipeline.Fit(rows);
        return new TrainedTriage(ml, model, rows.Schema, LabelsOf(model.Transform(rows).Schema), temperature);
    }

    private static TextFeaturizingEstimator.Options Features() => new()
    {
        CaseMode = TextNormalizingEstimator.CaseMode.None,
        KeepDiacritics = true,
        KeepNumbers = true,
        KeepPunctuations = false,
        Norm = TextFeaturizingEstimator.NormFunction.L2,
        WordFeatureExtractor = new WordBagEstimator.Options { NgramLength = 2, UseAllLengths = true, Weighting = NgramExtractingEstimator.WeightingCriteria.TfIdf },
        CharFeatureExtractor = new WordBagEstimator.Options { NgramLength = 4, UseAllLengths = true, Weighting = NgramExtractingEstimator.WeightingCriteria.TfIdf },
    };

    private static string[] LabelsOf(DataViewSchema schema)
    {
        VBuffer<ReadOnlyMemory<char>> names = default;
        schema["Score"].GetSlotNames(ref names);
        return [.. names.DenseValues().Select(static name => name.ToString())];
    }
}

using HelpDesk.Adapters.EmbeddedTriage.Features;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Transforms;

namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>Trains the classifier: the terms of the texts (<see cref="TermKind"/>) into a multinomial logistic regression. The same examples give the same model.</summary>
public static class TriageTrainer
{
    /// <summary>Changes with everything that changes a trained model but examples and concepts, so that no old one is taken for a new one.</summary>
    public const string CodeVersion = "5";

    private const int Seed = 20;
    private const int CalibrationFolds = 3;

    /// <summary>Trains on all examples; the temperature comes from models that had not seen the texts it is fitted on.</summary>
    /// <exception cref="InvalidDataException">There are not two intents to tell apart.</exception>
    public static TrainedTriage Train(IReadOnlyList<TrainingExample> examples, CancellationToken cancellation = default)
    {
        var terms = examples.Select(static example => TicketTerms.Of(example.Text)).ToArray();
        var folds = Folds.Of(examples, CalibrationFolds);
        var models = new TrainedTriage?[CalibrationFolds + 1];
        // The last one sees all: no example is in that part.
        Parallel.For(0, models.Length, new ParallelOptions { CancellationToken = cancellation }, part => models[part] = Fit(examples, terms, i => folds[i] != part, cancellation));

        var outOfFold = new List<(float[] Scores, int Truth)>(examples.Count);
        for (var i = 0; i < examples.Count; i++)
        {
            if (models[folds[i]] is { } model && model.IndexOf(examples[i].Intent) is var truth and >= 0)
                outOfFold.Add((model.RawScores(examples[i].Text), truth));
        }

        var whole = models[^1] ?? throw new InvalidDataException("The examples must be of two intents at least.");
        return outOfFold.Count == 0 ? whole : whole.With(Temperature.Caution * Temperature.Fit(outOfFold));
    }

    // Null when there is nothing to tell apart.
    private static TrainedTriage? Fit(IReadOnlyList<TrainingExample> examples, IReadOnlyCollection<Term>[] terms, Func<int, bool> isSeen, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var seen = Enumerable.Range(0, examples.Count).Where(isSeen).ToList();
        if (seen.Select(i => examples[i].Intent).Distinct(StringComparer.Ordinal).Take(2).Count() < 2)
            return null;

        var vocabulary = TermVocabulary.Of([.. seen.Select(i => terms[i])]);
        var schema = SchemaDefinition.Create(typeof(TriageRow));
        schema[nameof(TriageRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, vocabulary.Terms.Count);

        var ml = new MLContext(Seed);
        var rows = ml.Data.LoadFromEnumerable(seen.ConvertAll(i => new TriageRow { Features = vocabulary.Buffer(terms[i]), Intent = examples[i].Intent }), schema);
        var model = ml.Transforms.Conversion.MapValueToKey("Label", nameof(TriageRow.Intent), keyOrdinality: ValueToKeyMappingEstimator.KeyOrdinality.ByValue)
            .AppendCacheCheckpoint(ml)
            .Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(new SdcaMaximumEntropyMulticlassTrainer.Options
            {
                // One thread: with more, the order of updates and so the model would differ from run to run.
                NumberOfThreads = 1,
                MaximumNumberOfIterations = 15,
                L2Regularization = 3e-5f,
                L1Regularization = 0f,
                ConvergenceTolerance = 0.01f,
            }))
            .Fit(rows);

        var learned = model.LastTransformer.Model;
        VBuffer<float>[] weights = [];
        learned.GetWeights(ref weights, out _);
        var labels = LabelsOf(model.Transform(rows).Schema);
        return new TrainedTriage(
            vocabulary, labels, [.. learned.GetBiases()], [.. weights.Select(static row => row.DenseValues().ToArray())],
            [.. labels.Select(label => (double)seen.Count(i => examples[i].Intent == label) / seen.Count)], temperature: 1);
    }

    private static string[] LabelsOf(DataViewSchema schema)
    {
        VBuffer<ReadOnlyMemory<char>> names = default;
        schema["Score"].GetSlotNames(ref names);
        return [.. names.DenseValues().Select(static name => name.ToString())];
    }
}

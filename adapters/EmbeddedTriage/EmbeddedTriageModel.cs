using System.Diagnostics;
using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Understanding;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>
/// The classifier in the process: what answers when there is no language model or it cannot be reached. It is loaded in
/// the background when the host starts: the model trained at build, else one kept by an earlier start, else it is trained now. The
/// latter is so where an organisation's own folder adds or replaces intents. A question that comes earlier waits for it.
/// </summary>
public sealed class EmbeddedTriageModel(IntentCatalogue intents, IOptions<EmbeddedTriageOptions> options, ILogger<EmbeddedTriageModel> logger) : ITriageModel
{
    private readonly Lock _lock = new();
    private readonly Lazy<string> _version = new(() => ModelVersion.Of(intents), LazyThreadSafetyMode.PublicationOnly);
    private Task<TrainedTriage>? _trained;

    /// <inheritdoc />
    public string Name => "embedded";

    /// <summary>Hash of the examples and the training code.</summary>
    public string Version => _version.Value;

    /// <inheritdoc />
    public bool IsLanguageModel => false;

    /// <inheritdoc />
    public async Task<TriageAnswer> AskAsync(TriageRequest request, CancellationToken cancellation)
    {
        var trained = await TrainedAsync().WaitAsync(cancellation).ConfigureAwait(false);
        return EmbeddedAnswers.Of(trained, request.Title, request.Text, options.Value);
    }

    /// <summary>Begins to load or train unless that has begun; a training that failed is begun again.</summary>
    internal Task<TrainedTriage> TrainedAsync()
    {
        lock (_lock)
        {
            if (_trained is null or { IsFaulted: true })
                _trained = Task.Run(LoadOrTrain);
            return _trained;
        }
    }

    private TrainedTriage LoadOrTrain()
    {
        try
        {
            var version = Version;
            var since = Stopwatch.GetTimestamp();
            if (Stored(version) is { } stored)
            {
                var elapsed = Stopwatch.GetElapsedTime(since);
                EmbeddedTriageLog.Loaded(logger, version, elapsed);
                return stored;
            }

            var trained = TriageTrainer.Train(ExampleFile.Read(intents));
            var spent = Stopwatch.GetElapsedTime(since);
            EmbeddedTriageLog.Trained(logger, version, spent);
            Keep(version, trained);
            return trained;
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or MalformedFileException or UnauthorizedAccessException or InvalidOperationException or ArgumentException or AggregateException)
        {
            throw new VendorException(
                "embedded-triage", "training-failed", "The embedded classifier cannot be trained. Check the examples.csv of each intent.", isRetryable: true, inner: fault);
        }
    }

    private TrainedTriage? Stored(string version) =>
        ModelFile.Read(options.Value.FullModelPath, version) ?? ModelFile.Read(KeptAt(version), version);

    private string KeptAt(string version) => Path.Combine(options.Value.CacheDirectory, $"triage-{version}.model");

    private void Keep(string version, TrainedTriage trained)
    {
        try
        {
            ModelFile.Write(KeptAt(version), version, trained);
            // An organisation's own examples went into it.
            PrivateFile.Protect(KeptAt(version));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The model works; only the next start is slower.
            EmbeddedTriageLog.NotKept(logger, options.Value.CacheDirectory, fault);
        }
    }
}

using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations;
using HelpDesk.Orchestrations.Triage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>
/// The classifier in the process: what answers when there is no language model or it cannot be reached. It is trained in the
/// background when the host starts, or loaded from its cache; a question that comes earlier waits for it.
/// </summary>
public sealed class EmbeddedTriageModel(IOptions<EmbeddedTriageOptions> options, ILogger<EmbeddedTriageModel> logger) : ITriageModel, IDisposable
{
    private readonly Lock _lock = new();
    private readonly Lazy<string> _version = new(() => VersionOf(options.Value.FullExamplesPath), LazyThreadSafetyMode.PublicationOnly);
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

    /// <inheritdoc />
    public void Dispose()
    {
        if (_trained is { IsCompletedSuccessfully: true } done)
            done.Result.Dispose();
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

    private static string VersionOf(string path)
    {
        var examples = File.ReadAllBytes(path);
        var code = Encoding.UTF8.GetBytes($"\n{TriageTrainer.CodeVersion}\n{typeof(Microsoft.ML.MLContext).Assembly.GetName().Version}");
        return Convert.ToHexStringLower(SHA256.HashData([.. examples, .. code]));
    }

    private TrainedTriage LoadOrTrain()
    {
        try
        {
            var version = Version;
            var since = Stopwatch.GetTimestamp();
            var cache = new ModelCache(options.Value.CacheDirectory);
            if (cache.Load(version) is { } cached)
            {
                var elapsed = Stopwatch.GetElapsedTime(since);
                EmbeddedTriageLog.Loaded(logger, version, elapsed);
                return cached;
            }

            var trained = TriageTrainer.Train(ExampleFile.Parse(File.ReadAllText(options.Value.FullExamplesPath)));
            var spent = Stopwatch.GetElapsedTime(since);
            EmbeddedTriageLog.Trained(logger, version, spent);
            Keep(cache, trained);
            return trained;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidOperationException or ArgumentException)
        {
            throw new VendorException(
                "embedded-triage", "training-failed", "The embedded classifier cannot be trained. Check EmbeddedTriage:ExamplesPath.", isRetryable: true, inner: fault);
        }
    }

    private void Keep(ModelCache cache, TrainedTriage trained)
    {
        try
        {
            cache.Save(Version, trained);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The model works; only the next start is slower.
            EmbeddedTriageLog.NotKept(logger, options.Value.CacheDirectory, fault);
        }
    }
}

using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Knowledge;

namespace HelpDesk.Orchestrations.Stages.Knowledge.Meaning;

/// <summary>Keeps the vectors of this process as the store has them: read whole at the first question, then only what changed. Without a model it holds and reads nothing.</summary>
public sealed class MeaningIndex(IEnumerable<ITextEmbeddings> embeddings, IEnumerable<IKnowledgeSource> sources, KnowledgeVectors vectors) : IDisposable
{
    // Changes when texts are made in another way, or articles are taken apart in another way: then all vectors are computed again.
    private const int Form = 1;

    private readonly ITextEmbeddings? _model = embeddings.FirstOrDefault();
    private readonly SemaphoreSlim _one = new(1);
    private readonly Dictionary<string, long> _applied = new(StringComparer.Ordinal);
    private Dictionary<string, ArticleMeaning> _articles = new(StringComparer.Ordinal);

    /// <summary>True when a model is set up.</summary>
    public bool IsOn => _model is not null;

    /// <summary>The id under which the vectors of a model are kept.</summary>
    public static string IdOf(ITextEmbeddings model) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{model.Id}/{Form}");

    /// <summary>The vectors as the store has them now.</summary>
    /// <exception cref="Foundation.VendorException">The store cannot be read.</exception>
    public async Task<MeaningView> ReadAsync(CancellationToken cancellation)
    {
        if (_model is null)
            return MeaningView.Empty;
        var states = new Dictionary<string, VectorState>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            if (await vectors.StateAsync(source.Id, cancellation) is { } state)
                states[source.Id] = state;
        }

        await WorkSlot.WhileWaitingAsync(_one.WaitAsync(cancellation));
        try
        {
            foreach (var (source, state) in states.Where(state => state.Value.LastChange > _applied.GetValueOrDefault(state.Key, 0)))
                await UpdateAsync(source, state.LastChange, IdOf(_model), cancellation);
            return new MeaningView(_articles);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Why the last try to compute vectors failed, one sentence for each reason; none when it did not.</summary>
    public async Task<IReadOnlyList<string>> FailuresAsync(CancellationToken cancellation)
    {
        var failures = new List<string>();
        foreach (var source in _model is null ? [] : sources)
        {
            if (await vectors.StateAsync(source.Id, cancellation) is { Failure: { } failure })
                failures.Add(failure);
        }

        return [.. failures.Distinct(StringComparer.Ordinal)];
    }

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();

    private async Task UpdateAsync(string source, long lastChange, string model, CancellationToken cancellation)
    {
        // A search under way keeps what it began with.
        var articles = new Dictionary<string, ArticleMeaning>(_articles, StringComparer.Ordinal);
        if (!_applied.TryGetValue(source, out var applied))
        {
            await foreach (var stored in vectors.OfAsync(source, cancellation))
                Apply(articles, stored, model);
        }
        else
        {
            await foreach (var change in vectors.ChangesAsync(source, applied, cancellation))
            {
                foreach (var key in change.Articles)
                {
                    if (await vectors.FindAsync(key, cancellation) is { } stored)
                        Apply(articles, stored, model);
                }
            }
        }

        (_articles, _applied[source]) = (articles, lastChange);
    }

    private static void Apply(Dictionary<string, ArticleMeaning> articles, ArticleVectors stored, string model)
    {
        if (ArticleMeaning.Of(stored, model) is { } meaning)
            articles[stored.Key] = meaning;
        else
            articles.Remove(stored.Key);
    }
}

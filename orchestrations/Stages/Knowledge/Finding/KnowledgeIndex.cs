using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Words;

namespace HelpDesk.Orchestrations.Stages.Knowledge.Finding;

/// <summary>Keeps the index of this process as the store is: built at the first question, then only what changed. What it knows of rights and validity is what the store says.</summary>
public sealed class KnowledgeIndex(IPassageIndex index, IEnumerable<IKnowledgeSource> sources, KnowledgeStore store) : IDisposable
{
    private readonly SubjectLexicon _lexicon = SubjectLexicon.Default;
    private readonly SemaphoreSlim _one = new(1);
    private readonly Dictionary<string, long> _applied = new(StringComparer.Ordinal);
    private Dictionary<string, ArticleHead> _heads = new(StringComparer.Ordinal);

    /// <summary>The index, the lexicon and the heads of all articles, as the store is now.</summary>
    /// <exception cref="Foundation.VendorException">The store cannot be read.</exception>
    public async Task<KnowledgeView> ReadAsync(CancellationToken cancellation)
    {
        var states = new Dictionary<string, SourceState>(StringComparer.Ordinal);
        // Only sources that are still set up: what was taken out of the settings is not used, whatever is stored of it.
        foreach (var source in sources)
        {
            if (await store.StateAsync(source.Id, cancellation) is { } state)
                states[source.Id] = state;
        }

        await WorkSlot.WhileWaitingAsync(_one.WaitAsync(cancellation));
        try
        {
            foreach (var state in states.Values.Where(state => state.LastChange > _applied.GetValueOrDefault(state.SourceId, -1)))
                await UpdateAsync(state, cancellation);
            return new KnowledgeView(index, _lexicon, _heads, states);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();

    private async Task UpdateAsync(SourceState state, CancellationToken cancellation)
    {
        // A search under way keeps the heads that it began with.
        var heads = new Dictionary<string, ArticleHead>(_heads, StringComparer.Ordinal);
        if (!_applied.TryGetValue(state.SourceId, out var applied))
        {
            await foreach (var article in store.OfAsync(state.SourceId, cancellation))
                Apply(heads, article);
            (_heads, _applied[state.SourceId]) = (heads, state.LastChange);
            return;
        }

        await foreach (var change in store.ChangesAsync(state.SourceId, applied, cancellation))
        {
            foreach (var key in change.Articles)
            {
                if (await store.FindAsync(key, cancellation) is { } article)
                    Apply(heads, article);
            }

            applied = Math.Max(applied, change.Number);
        }

        (_heads, _applied[state.SourceId]) = (heads, Math.Max(applied, state.LastChange));
    }

    private void Apply(Dictionary<string, ArticleHead> heads, StoredArticle stored)
    {
        if (stored.Article is not { } article)
        {
            index.Remove(stored.Key);
            heads.Remove(stored.Key);
            return;
        }

        var parts = ArticleParts.Of(article);
        var (title, tags) = (TermsOf(article.Title), TermsOf(string.Join(" , ", article.Tags)));
        index.Put(stored.Key, [.. parts.Select(part => new PassageTerms(part.Number, title, tags, TermsOf(part.Lead), TermsOf(part.Headings), TermsOf(part.Text)))]);
        heads[stored.Key] = new ArticleHead(stored.Key, article.SourceId, article.ArticleId, article.Language, article.Audience, article.ValidUntil, article.UpdatedAt, article.TranslationOf)
        {
            Digest = stored.Digest,
            Version = article.Version,
        };
    }

    private string TermsOf(string text) => TermText.Of(text, _lexicon);
}

/// <summary>What is known of an article without its text.</summary>
/// <param name="Key">Its key.</param>
/// <param name="SourceId">Its source.</param>
/// <param name="ArticleId">Its id there.</param>
/// <param name="Language">Two letters; empty when not known.</param>
/// <param name="Audience">Who may read it.</param>
/// <param name="ValidUntil">First moment at which it is not valid any more, UTC; null = no end.</param>
/// <param name="UpdatedAt">UTC.</param>
/// <param name="TranslationOf">The article that it translates; null when it is an original.</param>
public sealed record ArticleHead(
    string Key, string SourceId, string ArticleId, string Language, KnowledgeAudience Audience, DateTimeOffset? ValidUntil, DateTimeOffset UpdatedAt, string? TranslationOf)
{
    /// <summary>The version by content (<see cref="StoredArticle.Digest"/>).</summary>
    public string Digest { get; init; } = "";

    /// <summary>Version in the source's own form.</summary>
    public string Version { get; init; } = "";

    /// <summary>What it and its translations have in common.</summary>
    public string Original => TranslationOf ?? ArticleId;
}

/// <summary>The index as it is at one moment.</summary>
/// <param name="Index">The index.</param>
/// <param name="Lexicon">What words mean the same.</param>
/// <param name="Heads">All articles by key.</param>
/// <param name="Sources">The states of the sources by id.</param>
public sealed record KnowledgeView(IPassageIndex Index, SubjectLexicon Lexicon, IReadOnlyDictionary<string, ArticleHead> Heads, IReadOnlyDictionary<string, SourceState> Sources);

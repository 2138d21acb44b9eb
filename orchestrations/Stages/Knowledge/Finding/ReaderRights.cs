using HelpDesk.Orchestrations.Domain.Knowledge;

namespace HelpDesk.Orchestrations.Stages.Knowledge.Finding;

/// <summary>The rights of one person during one search: what a source said of an article is not asked for twice.</summary>
internal sealed class ReaderRights(KnowledgeRights rights, KnowledgeView view, KnowledgeReader reader)
{
    // Each costs one call to its source.
    private const int MostRestricted = 12;

    private readonly Dictionary<string, bool> _asked = new(StringComparer.Ordinal);

    /// <summary>What can be said without asking a source.</summary>
    public bool MayBeUsed(string articleKey) => rights.MayBeUsed(view, articleKey, reader);

    /// <summary>Those of the articles that the person may be given. Of restricted ones only the first twelve are asked about; the others count as not allowed.</summary>
    public async Task<HashSet<string>> ReadableAsync(IEnumerable<string> articleKeys, CancellationToken cancellation)
    {
        var readable = new HashSet<string>(StringComparer.Ordinal);
        var restricted = 0;
        foreach (var key in articleKeys.Distinct(StringComparer.Ordinal).Where(MayBeUsed))
        {
            if (view.Heads[key].Audience != KnowledgeAudience.Restricted || (restricted++ < MostRestricted && await MayReadAsync(key, cancellation)))
                readable.Add(key);
        }

        return readable;
    }

    private async Task<bool> MayReadAsync(string articleKey, CancellationToken cancellation) =>
        _asked.TryGetValue(articleKey, out var may) ? may : _asked[articleKey] = await rights.MayReadAsync(view, articleKey, reader, cancellation);
}

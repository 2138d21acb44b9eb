using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Tests.Knowledge;

/// <summary>A source whose articles a test writes.</summary>
public sealed class FakeSource(string id = "wiki") : IKnowledgeSource
{
    private int _reads;

    public string Id => id;

    public string DisplayName => "Wiki";

    public Dictionary<string, KnowledgeArticle> Articles { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Readers { get; } = new(StringComparer.Ordinal);

    public int Asked { get; private set; }

    public bool IsAway { get; set; }

    public Task<KnowledgeChanges> ReadAsync(string? from, CancellationToken cancellation) => IsAway
        ? throw new VendorException(id, "unreachable", "The wiki does not answer.", isRetryable: true)
        : Task.FromResult(new KnowledgeChanges([.. Articles.Values], [], $"{++_reads}", Articles.Keys.ToHashSet(StringComparer.Ordinal), HasMore: false));

    public Task<bool> MayReadAsync(string articleId, KnowledgeReader reader, CancellationToken cancellation)
    {
        Asked++;
        return IsAway ? throw new VendorException(id, "unreachable", "The wiki does not answer.", isRetryable: true) : Task.FromResult(Readers.Contains($"{articleId}|{reader.Mail}"));
    }

    public FakeSource With(string articleId, string title, string text, Func<KnowledgeArticle, KnowledgeArticle>? change = null)
    {
        var article = new KnowledgeArticle(id, articleId, $"{text.Length}", title, "en", text, new DateTimeOffset(2026, 5, 2, 0, 0, 0, TimeSpan.Zero), new Uri($"https://wiki.example.com/{articleId}")) { Audience = KnowledgeAudience.Everyone };
        Articles[articleId] = change?.Invoke(article) ?? article;
        return this;
    }
}

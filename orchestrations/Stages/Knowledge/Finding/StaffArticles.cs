using HelpDesk.Orchestrations.Domain.Knowledge;

namespace HelpDesk.Orchestrations.Stages.Knowledge.Finding;

/// <summary>Finds articles for a technician whose name is not known yet: a ticket goes to a group.</summary>
internal sealed class StaffArticles(KnowledgeSearch search) : IStaffArticles
{
    private const int Most = 2;

    private static readonly KnowledgeReader Staff = new(null, "", IsStaff: true);

    public async Task<IReadOnlyList<KnowledgeArticle>> FindAsync(string question, string language, CancellationToken cancellation) =>
        [.. (await search.FindAsync(question, language, Staff, cancellation)).Passages.Select(static passage => passage.Article).DistinctBy(static article => article.ArticleId, StringComparer.Ordinal).Take(Most)];
}

using HelpDesk.Orchestrations.Domain.Knowledge;

namespace HelpDesk.Orchestrations.Stages.Outcomes.Assist;

/// <summary>Where no knowledge is kept.</summary>
internal sealed class NoStaffArticles : IStaffArticles
{
    public Task<IReadOnlyList<KnowledgeArticle>> FindAsync(string question, string language, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<KnowledgeArticle>>([]);
}

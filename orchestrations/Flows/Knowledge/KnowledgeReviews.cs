namespace HelpDesk.Orchestrations.Flows.Knowledge;

/// <summary>What is reviewed with every reading of the knowledge sources: questions without an article, and articles for their owners to check.</summary>
public sealed class KnowledgeReviews(GapReview gaps, ArticleReview articles)
{
    /// <summary>Reviews both.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await gaps.RunAsync(cancellation);
        await articles.RunAsync(cancellation);
    }
}

using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Health;

namespace HelpDesk.Orchestrations.Flows.Knowledge;

/// <summary>Health says while an article that tickets speak against, or a draft that cannot be written, waits for a person.</summary>
public sealed class ArticleHealth(ArticleReports reports, KnowledgeDrafts drafts, KnowledgeStore store)
{
    internal static readonly ProbeAdvice Advice = new(
        "Articles did not help or have expired, or a draft could not be written: open Knowledge, ask their owners to correct or delete them, and give the permission that a draft names.",
        "The record store does not answer, so articles to check are not known.",
        "The record store has an error of its own, so articles to check are not known.");

    /// <summary>Checks.</summary>
    /// <exception cref="VendorException">A person is to do something.</exception>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        if ((await drafts.AllAsync(cancellation)).Any(static draft => draft is { Failure: not null, Failures: > 2 }))
            throw ToDo();
        foreach (var report in (await reports.AllAsync(cancellation)).Where(static report => report.Reasons.Count > 0))
        {
            if (await store.FindAsync(report.ArticleKey, cancellation) is { Article: { } article } && article.Version == report.Version)
                throw ToDo();
        }
    }

    private static VendorException ToDo() => new("knowledge", "to-check", "Articles or drafts wait for a person.", isRetryable: false);
}

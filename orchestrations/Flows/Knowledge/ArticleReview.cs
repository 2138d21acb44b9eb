using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Flows.Notices;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Finding;

namespace HelpDesk.Orchestrations.Flows.Knowledge;

/// <summary>Finds articles that are past their validity, and posts one notice for each article, version and reason: never a second one for the same.</summary>
public sealed class ArticleReview(ArticleReports reports, KnowledgeStore store, KnowledgeIndex index, IWorkflowClient workflows, TimeProvider time)
{
    // An organisation that connects an old wiki gets its notices over some runs.
    private const int MostAtOnce = 20;

    /// <summary>Reviews them.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var view = await index.ReadAsync(cancellation);
        var known = (await reports.AllAsync(cancellation)).ToDictionary(static report => report.ArticleKey, StringComparer.Ordinal);
        var now = time.GetUtcNow();
        var found = 0;
        foreach (var head in view.Heads.Values.Where(head => head.ValidUntil <= now && !IsKnown(head)))
        {
            // A starter article has no owner here. It is passed over and does not count, so that it keeps no other from its notice.
            if (found < MostAtOnce && await store.FindAsync(head.Key, cancellation) is { Article: { IsStarter: false, ValidUntil: { } until } article })
            {
                await reports.ExpiredAsync(head.Key, article.Version, until, cancellation);
                found++;
            }
        }

        var posted = 0;
        foreach (var report in (await reports.AllAsync(cancellation)).Where(static report => report.Reasons.Except(report.Notified, StringComparer.Ordinal).Any()))
        {
            if (posted == MostAtOnce)
                break;
            // Only of the version that people read now.
            if (!view.Heads.ContainsKey(report.ArticleKey) || await store.FindAsync(report.ArticleKey, cancellation) is not { Article: { } article } || article.Version != report.Version)
                continue;
            foreach (var reason in report.Reasons.Except(report.Notified, StringComparer.Ordinal))
            {
                var id = $"article-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{report.ArticleKey}|{report.Version}|{reason}")))[..32]}";
                // The id makes a repetition after a stop no second notice.
                await workflows.StartAsync(NoticeWorkflow.Reference, $"{id}-notice", new NoticeReference(new CaseId(id), NoticeKind.ArticleToCheck, report.ArticleKey), cancellation);
                await reports.NotifiedAsync(report, reason, cancellation);
            }

            posted++;
        }

        // Of this version: who edits an article and leaves it expired is notified again.
        bool IsKnown(ArticleHead head) => known.GetValueOrDefault(head.Key) is { } report && report.ExpiredAt == head.ValidUntil && report.Version == head.Version;
    }
}

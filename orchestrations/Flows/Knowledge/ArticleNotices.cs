using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Flows.Knowledge;

/// <summary>Builds the notice that an article is to be checked by its owner. It names the article only; the page shows the rest to those who may read it.</summary>
public sealed class ArticleNotices(ArticleReports reports, KnowledgeStore store, IOptions<HelpDeskOptions> options, TimeProvider time) : INoticeSource
{
    private static readonly TimeSpan Useful = TimeSpan.FromDays(1);

    /// <inheritdoc />
    public bool Builds(NoticeKind kind) => kind == NoticeKind.ArticleToCheck;

    /// <inheritdoc />
    public async Task<Notice?> BuildAsync(NoticeReference notice, CancellationToken cancellation)
    {
        if (await store.FindAsync(notice.SubjectId, cancellation) is not { Article: { } article }
            || (await reports.AllAsync(cancellation)).FirstOrDefault(report => report.ArticleKey == notice.SubjectId && report.Version == article.Version) is not { } report)
            return null;
        var owner = article.Owner.Length > 0 ? article.Owner : "the owner of the article";
        return new Notice(
            NoticeKind.ArticleToCheck, $"Article to check: {article.Title}",
            [new("Article", article.Title), new("Owner", owner), new("Why", string.Join(" ", report.Reasons.Select(ReasonText)))],
            owner, options.Value.Page($"knowledge/article?key={Uri.EscapeDataString(notice.SubjectId)}"), time.GetUtcNow() + Useful);
    }

    /// <summary>A reason, in one sentence.</summary>
    public static string ReasonText(string reason) => reason switch
    {
        "did-not-help" => "It did not help in two or more tickets.",
        "solved-otherwise" => "A ticket that it was given for was solved in another way.",
        _ => "It has expired and is not used.",
    };
}

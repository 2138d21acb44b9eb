using System.Globalization;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Flows.Knowledge;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Finding;
using HelpDesk.Orchestrations.Stages.Knowledge.Meaning;
using Microsoft.Extensions.Options;

namespace HelpDesk.Web.Knowledge;

/// <summary>How the sources are, and what the owner of an article should check.</summary>
public sealed class KnowledgeSources(IEnumerable<IKnowledgeSource> sources, MeaningIndex meaning, IOptions<KnowledgeOptions> options, TimeProvider time)
{
    /// <summary>Every source that is set up.</summary>
    public IReadOnlyList<SourceLine> Lines(KnowledgeView view) =>
    [
        .. sources.Select(source => view.Sources.GetValueOrDefault(source.Id) is { } state
            ? new SourceLine(source.DisplayName, state, state.IsFresh(time.GetUtcNow(), options.Value.TimeToLive), view.Heads.Values.Count(head => head.SourceId == source.Id))
            : new SourceLine(source.DisplayName, null, false, 0)),
    ];

    /// <summary>How many articles can be found by meaning; null when no embedding model is set up.</summary>
    public async Task<MeaningLine?> MeaningAsync(KnowledgeView view, CancellationToken cancellation)
    {
        if (!meaning.IsOn)
            return null;
        var vectors = await meaning.ReadAsync(cancellation);
        return new MeaningLine(view.Heads.Values.Count(head => vectors.Has(head.Key, head.Digest)), view.Heads.Count, await meaning.FailuresAsync(cancellation));
    }

    /// <summary>Why the owner should check an article, one sentence each; empty when there is no reason.</summary>
    public IReadOnlyList<string> WhyReported(KnowledgeArticle article, ArticleReport? report)
    {
        var why = new List<string>(article.Warnings);
        if (article.ValidUntil is { } until)
        {
            var left = until - time.GetUtcNow();
            if (left <= TimeSpan.Zero)
                why.Add("It has expired and is not used.");
            else if (left < options.Value.ExpiresSoon)
                why.Add(string.Create(CultureInfo.InvariantCulture, $"It expires in {Math.Ceiling(left.TotalDays)} days."));
        }

        // Of the version that people read now.
        if (report?.Version == article.Version)
            why.AddRange(report.Reasons.Where(static reason => reason != "expired").Select(ArticleNotices.ReasonText));
        return why;
    }
}

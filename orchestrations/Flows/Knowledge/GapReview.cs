using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Finding;

namespace HelpDesk.Orchestrations.Flows.Knowledge;

/// <summary>Closes the questions without an article that an article answers now, by the same rules as an answer. Asked again only when articles have changed.</summary>
public sealed class GapReview(KnowledgeGaps gaps, KnowledgeSearch search, KnowledgeIndex index, SolvedCases cases)
{
    private string? _reviewed;

    /// <summary>Reviews them.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var view = await index.ReadAsync(cancellation);
        var state = string.Join(',', view.Sources.Values.OrderBy(static source => source.SourceId, StringComparer.Ordinal).Select(static source => $"{source.SourceId}:{source.LastChange}"));
        if (state == _reviewed)
            return;
        var isKnown = true;
        foreach (var gap in (await gaps.AllAsync(cancellation)).Where(static gap => gap.ClosedBy is null))
        {
            try
            {
                if (await cases.QuestionAsync(new CaseId(gap.Cases[^1]), cancellation) is not var (question, language))
                    continue;
                var articles = await search.ExistingAsync(question, language, cancellation);
                isKnown &= articles is not null;
                if (articles is { Count: > 0 })
                    await gaps.CloseAsync(gap, articles[0], cancellation);
            }
            catch (StoredValueChangedException)
            {
                // The gap stays; the audit check reports what was changed in the store.
            }
        }

        if (isKnown)
            _reviewed = state;
    }
}

using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Drafting;
using HelpDesk.Orchestrations.Stages.Knowledge.Finding;
using HelpDesk.Orchestrations.Stages.Knowledge.Words;

namespace HelpDesk.Orchestrations.Flows.Knowledge;

/// <summary>
/// Whether a solved case leads to a draft: something can be written, no article answers it yet, and its kind was neither drafted before nor discarded lately. A
/// further case of a kind is added to its draft.
/// </summary>
public sealed class DraftChoice(
    KnowledgeSearch search, KnowledgeDrafts drafts, SolvedCases cases, KnowledgeLineage lineage, DraftRules rules, KnowledgeStore articles)
{
    private readonly SubjectLexicon _lexicon = SubjectLexicon.Default;

    /// <summary>Decides, and keeps what is to be written.</summary>
    /// <returns>What came of it, one sentence; null when it cannot be decided yet because a knowledge source was not read lately.</returns>
    /// <exception cref="VendorException">The ticket system cannot be read now.</exception>
    public async Task<string?> DecideAsync(SolvedCase solved, CancellationToken cancellation)
    {
        if (DraftComposer.Compose(solved, _lexicon) is not { } content)
            return "What was written about it does not say how it was solved.";
        if (!await cases.IsRedactedAsync(solved.CaseId, content, cancellation))
            return "What could be written of it may hold personal data.";
        if (await search.ExistingAsync(solved.Question, solved.Language, cancellation) is not { } existing)
            return null;
        if (existing.Count > 0)
        {
            await lineage.SolvedOtherwiseAsync(solved.CaseId, existing, cancellation);
            return "An article answers it already.";
        }

        var kind = DraftKind.Of(solved, _lexicon);
        var all = await drafts.AllAsync(cancellation);
        foreach (var place in rules.Places)
        {
            // Said in other words, it is still the same.
            var known = all.FirstOrDefault(draft => draft.WriterId == place && draft.Kind == kind.Key) ?? all.FirstOrDefault(draft => draft.WriterId == place && kind.IsLike(draft.Intent, draft.Things, draft.Helped));
            var isGone = known is { State: DraftState.Published } && (known.ArticleKey is not { } key || await articles.FindAsync(key, cancellation) is not { IsRemoved: false });
            await drafts.UpdateAsync(place, known?.Kind ?? kind.Key, before => rules.With(before, place, kind, content, solved.CaseId, isGone), cancellation);
        }

        return "Its draft is kept.";
    }
}

using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Drafting;
using HelpDesk.Orchestrations.Stages.Knowledge.Finding;
using HelpDesk.Orchestrations.Stages.Knowledge.Words;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Flows.Knowledge;

/// <summary>
/// Whether a solved case leads to a draft: something can be written, no article answers it yet, and its kind was neither drafted before nor discarded lately. A
/// further case of a kind is added to its draft.
/// </summary>
public sealed class DraftChoice(
    KnowledgeSearch search, KnowledgeDrafts drafts, SolvedCases cases, IEnumerable<IKnowledgeDrafts> writers, IOptions<KnowledgeOptions> options, TimeProvider time)
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
            return "An article answers it already.";
        var kind = DraftKind.Of(solved, _lexicon);
        var all = await drafts.AllAsync(cancellation);
        foreach (var writer in writers)
        {
            // Said in other words, it is still the same.
            var known = all.FirstOrDefault(draft => draft.WriterId == writer.Id && draft.Kind == kind.Key) ?? all.FirstOrDefault(draft => draft.WriterId == writer.Id && kind.IsLike(draft.Intent, draft.Things, draft.Helped));
            await drafts.UpdateAsync(writer.Id, known?.Kind ?? kind.Key, before => With(before, writer.Id, kind, content, solved.CaseId), cancellation);
        }

        return "Its draft is kept.";
    }

    private KnowledgeDraft With(KnowledgeDraft? before, string writerId, DraftKind kind, DraftContent content, CaseId caseId)
    {
        var now = time.GetUtcNow();
        if (before is null || (before.State == DraftState.Discarded && now - before.EndedAt >= options.Value.DraftAgainAfter))
        {
            return new KnowledgeDraft(writerId, before?.Kind ?? kind.Key, kind.Intent, before?.Things ?? kind.Things, before?.Helped ?? kind.Helped, now)
            {
                Content = content, Cases = [caseId], Times = 1, State = options.Value.Drafts == false ? DraftState.Proposed : DraftState.Writing, NextAt = now,
            };
        }

        return before.Cases.Contains(caseId.Value, StringComparer.Ordinal) ? before
            : before with { Cases = [.. before.Cases.TakeLast(KnowledgeDraft.MostCases - 1), caseId], Times = before.Times + 1, NextAt = before.State == DraftState.Waiting && before.Failures == 0 ? now : before.NextAt };
    }
}

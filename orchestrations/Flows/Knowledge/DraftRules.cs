using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Drafting;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Flows.Knowledge;

/// <summary>What a further case does to the draft of its kind: a kind is drafted once, and not again for a while after a person discarded its draft or deleted what became of it.</summary>
public sealed class DraftRules(IEnumerable<IKnowledgeDrafts> writers, IOptions<KnowledgeOptions> options, TimeProvider time)
{
    /// <summary>Ids of the places for drafts.</summary>
    public IReadOnlyList<string> Places { get; } = [.. writers.Select(static writer => writer.Id)];

    /// <summary>The draft with the case.</summary>
    /// <param name="before">The draft of its kind; null when there is none.</param>
    /// <param name="writerId">The place.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="content">What the case says.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="isGone">True when its draft was published and no article came of it, or that article is gone.</param>
    public KnowledgeDraft With(KnowledgeDraft? before, string writerId, DraftKind kind, DraftContent content, CaseId caseId, bool isGone)
    {
        var now = time.GetUtcNow();
        if (before is null || ((before.State == DraftState.Discarded || (before.State == DraftState.Published && isGone)) && now - before.EndedAt >= options.Value.DraftAgainAfter))
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

using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Finding;

namespace HelpDesk.Orchestrations.Flows.Knowledge;

/// <summary>An operator asks for a draft: of a proposal, or of a kind whose draft was discarded. The next run writes it.</summary>
public sealed class DraftRequests(KnowledgeDrafts drafts, KnowledgeSearch search, IAuditLog audit, TimeProvider time)
{
    private const string Gone = "The draft is being written or was written already, or the proposal is gone.";

    /// <summary>Asks for it.</summary>
    /// <param name="writerId">Its place.</param>
    /// <param name="kind">Key of its kind.</param>
    /// <param name="person">Who asks, an operator.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Why no draft is made, one or two sentences; null when it is.</returns>
    public async Task<string?> AskAsync(string writerId, string kind, PersonId person, CancellationToken cancellation)
    {
        if (await drafts.FindAsync(writerId, kind, cancellation) is not { State: DraftState.Proposed or DraftState.Discarded } draft)
            return Gone;
        // The page may be older than the article that answers it now.
        var question = string.Join('\n', draft.Content.Sections.Take(1).SelectMany(static issue => issue.Lines).Prepend(draft.Content.Title));
        if (await search.ExistingAsync(question, draft.Content.Language, cancellation) is not { } existing)
            return "A knowledge source was not read lately, so an article may answer this already. Check the sources on the Knowledge page, then try again.";
        if (existing.Count > 0)
            return "An article answers this already.";
        var now = time.GetUtcNow();
        await audit.AppendAsync(
            new AuditEvent(
                new CaseId(draft.Cases[0]), $"draft/{writerId}/{kind}/asked/{now.UtcTicks}", AuditKinds.KnowledgeDrafted, $"person:{person}", "An operator asked for a draft of an article.",
                new Dictionary<string, string>(StringComparer.Ordinal) { ["place"] = writerId }),
            cancellation);
        await drafts.UpdateAsync(
            writerId, kind,
            before => before is not { State: DraftState.Proposed or DraftState.Discarded } ? before ?? draft
                : before with { State = DraftState.Writing, Written = null, WrittenAt = null, IsEdited = false, EndedAt = null, Link = null, Failure = null, Failures = 0, TimesWritten = 0, NextAt = now, AskedBy = person.Value },
            cancellation);
        return null;
    }
}

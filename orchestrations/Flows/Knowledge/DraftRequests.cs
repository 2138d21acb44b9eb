using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Knowledge;

namespace HelpDesk.Orchestrations.Flows.Knowledge;

/// <summary>An operator asks for a draft: of a proposal, or of a kind whose draft was discarded. The next run writes it.</summary>
public sealed class DraftRequests(KnowledgeDrafts drafts, IAuditLog audit, TimeProvider time)
{
    /// <summary>Asks for it.</summary>
    /// <returns>False when there is no such proposal, or it is being written or was written already.</returns>
    public async Task<bool> AskAsync(string writerId, string kind, PersonId person, CancellationToken cancellation)
    {
        if (await drafts.FindAsync(writerId, kind, cancellation) is not { State: DraftState.Proposed or DraftState.Discarded } draft)
            return false;
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
        return true;
    }
}

using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Outcomes;

/// <summary>Records that a person came back about the same thing soon after a ticket of theirs had been resolved: what a first-contact resolution is measured by.</summary>
public sealed class Recontacts(IRecordStore store, RecentCases recent, PolicySet policy)
{
    /// <summary>Looks for resolved cases of the same person and intent shortly before this one, and notes it with their outcomes.</summary>
    public async Task NoteAsync(CaseRecord record, CancellationToken cancellation)
    {
        if (record is not { RequesterId: { } person, Intent: { } intent, UndoOf: null, SecurityOf: null, ActionOf: null })
            return;
        foreach (var other in await recent.OfAsync(person, cancellation, record.CaseId))
        {
            if ((await store.ReadAsync<CaseOutcome>(Tables.Outcomes, Tenant.Partition(), other, cancellation))?.Value is not { State: CaseState.Resolved, RecontactedBy: null } before
                || before.Intent != intent || before.ClosedAt > record.OpenedAt || record.OpenedAt - before.ClosedAt > policy.Questions.Feedback.RecontactWithin)
                continue;
            await store.UpdateAsync<CaseOutcome>(
                Tables.Outcomes, Tenant.Partition(), other, outcome => outcome is { RecontactedBy: null } ? outcome with { RecontactedBy = record.CaseId } : outcome!, cancellation);
        }
    }
}

using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Knowledge;

namespace HelpDesk.Orchestrations.Stages.Outcomes;

/// <summary>Keeps how each case ended, one record a case.</summary>
public sealed class OutcomeLog(IRecordStore store, CaseSignal signal, CaseStore caseStore, CaseLinks links, Recontacts recontacts, DraftQueue drafts)
{
    /// <summary>Keeps the outcome of a case that came to rest, wakes the tickets that joined it, and lets it be read for what can be learnt; a second outcome of the same case changes the first.</summary>
    public async Task RecordAsync(CaseRecord record, CancellationToken cancellation)
    {
        await store.UpdateAsync<CaseOutcome>(
            Tables.Outcomes, Tenant.Partition(), record.CaseId,
            before => Of(record) with { ReopenedAt = before?.ReopenedAt, RecontactedBy = before?.RecontactedBy } is var after && after == before ? before : after,
            cancellation);
        await recontacts.NoteAsync(record, cancellation);
        await drafts.NoteAsync(record.CaseId, cancellation);
        await links.KeepAsync(record, cancellation);
        foreach (var joined in record.JoinedBy)
            await signal.SignalAsync(new CaseId(joined), cancellation);
    }

    /// <summary>Takes a resolution back because the requester reopened the ticket.</summary>
    public async Task ReopenAsync(CaseId caseId, DateTimeOffset at, CancellationToken cancellation)
    {
        await store.UpdateAsync<CaseOutcome>(
            Tables.Outcomes, Tenant.Partition(), caseId,
            before => before switch
            {
                null => throw new InvalidOperationException($"Case '{caseId}' has no outcome."),
                { ReopenedAt: not null } => before,
                // No figure counts it as resolved or verified any more, whatever becomes of it.
                _ => before with { ReopenedAt = at, State = CaseState.Escalated, Path = CasePath.Person, Verified = false },
            },
            cancellation);
        if (await caseStore.FindAsync(caseId, cancellation) is { } record)
            await links.ReopenedAsync(record, cancellation);
    }

    private static CaseOutcome Of(CaseRecord record) => new()
    {
        CaseId = record.CaseId,
        State = record.State,
        Path = record.Path,
        Intent = record.Intent,
        RunbookId = record.RunbookId,
        TriagedBy = record.TriagedBy,
        Verified = record.Verified,
        StepsDone = record.Steps.Count(step => step.State is CaseStepState.Verified or CaseStepState.AlreadyDone),
        QuestionsAsked = record.QuestionsAsked,
        QuestionsAnswered = record.QuestionsAnswered,
        DraftUse = record.DraftUse,
        AreStepsRight = record.AreStepsRight,
        WithPersonFor = record.PersonClosedAt - record.ClosedAt,
        IsHelpUsed = record.IsHelpUsed,
        OpenedAt = record.OpenedAt,
        ClosedAt = record.ClosedAt ?? record.UpdatedAt,
    };
}

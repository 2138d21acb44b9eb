using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Outcomes;

/// <summary>Records on the case and in the audit log the state of the outcome.</summary>
public sealed class OutcomeProgress(CaseStore caseStore, CaseSignal signal, WaitStops waits, FixHistory history, IAuditLog audit)
{
    /// <summary>Stores what the workflow is about to wait for, then reads whether a person was asked for and what became of the ticket.</summary>
    /// <returns>Why nothing is waited for any more; null for a requester who says that it works, because that is what is being read.</returns>
    public async Task<(bool PersonWanted, string? Stop)> PrepareWaitAsync(ReadOutcome.Input input, CancellationToken cancellation)
    {
        await signal.RegisterWaitAsync(input.CaseId, input.NextEvent, cancellation);
        var (personWanted, stop) = await waits.ReadAsync(input.CaseId, input.ReadsTicket, cancellation);
        return (personWanted, stop is { Kind: TicketStopKind.Solved } ? null : stop?.Why);
    }

    /// <summary>Keeps that everything of a plan was done for its person: the same is not repeated within days. A repetition changes nothing.</summary>
    public async Task KeepDoneAsync(Plan plan, DateTimeOffset since, CancellationToken cancellation)
    {
        if (await caseStore.FindAsync(plan.CaseId, cancellation) is { } record)
            await history.DoneAsync(plan.SubjectId, FixHistory.EffectsOf(plan), plan.CaseId, record.Ticket.Number, since, cancellation);
    }

    /// <summary>Records what was read. What is settled is audited once; what is pending is shown on the case only.</summary>
    public async Task RecordAsync(ReadOutcome.Input input, IReadOnlyList<CaseOutcomeLine> lines, CancellationToken cancellation)
    {
        foreach (var line in lines.Where(line => line.State != OutcomeState.Pending))
        {
            await audit.AppendAsync(
                new AuditEvent(
                    input.CaseId, $"outcome/{input.Plan.Hash}/{line.Condition}", AuditKinds.OutcomeRead, "helpdesk", line.Evidence,
                    new Dictionary<string, string>(StringComparer.Ordinal) { ["condition"] = line.Condition, ["outcome"] = line.State.ToString(), ["plan-hash"] = input.Plan.Hash }),
                cancellation);
        }

        await caseStore.UpdateAsync(input.CaseId, record => Changed(record, lines, input.IsLong), cancellation);
    }

    private static CaseRecord Changed(CaseRecord record, IReadOnlyList<CaseOutcomeLine> lines, bool isLong)
    {
        List<CaseOutcomeLine> all = [.. record.OutcomeLines.Where(known => lines.All(line => line.Condition != known.Condition)), .. lines];
        var state = isLong && record.State == CaseState.Working ? CaseState.CheckingOutcome : record.State;
        var pending = all.Where(line => line.State == OutcomeState.Pending).Select(line => OutcomeConditions.Find(line.Condition)?.Meaning).OfType<string>().ToList();
        var doing = pending.Count == 0 ? record.Doing : $"Checking whether it worked. Not so yet: {string.Join("; ", pending)}";
        return all.SequenceEqual(record.OutcomeLines) && state == record.State && doing == record.Doing ? record : record with { OutcomeLines = all, State = state, Doing = doing };
    }
}

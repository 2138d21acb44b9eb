using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Orchestrations.Stages.Operations;

/// <summary>Looks for cases that should move and do not. Changes nothing of theirs: it wakes what may have missed an event, and says what is stuck.</summary>
public sealed class Watchdog(CaseStore caseStore, CaseSignal signal, IWorkflowClient workflows, TimeProvider time, ILogger<Watchdog> log)
{
    /// <summary>How long a case may stand still while the house works on it: longer than any vendor is waited for (<see cref="RetryPolicy.Vendor"/>).</summary>
    public static readonly TimeSpan WorkingPatience = TimeSpan.FromHours(5);

    /// <summary>How old a case may become that waits for people: longer than all its gates and hand-overs together are open.</summary>
    public static readonly TimeSpan WaitingPatience = TimeSpan.FromDays(14);

    /// <summary>How long a case may wait before it is woken once more: each time costs its history a turn.</summary>
    public static readonly TimeSpan WakeAfter = TimeSpan.FromHours(12);

    /// <summary>Looks once at every open case.</summary>
    /// <returns>Case ids of those that are stuck.</returns>
    /// <exception cref="VendorException">The store or the engine cannot be reached.</exception>
    public async Task<IReadOnlyList<string>> FindAsync(CancellationToken cancellation)
    {
        await caseStore.CatchUpAsync(cancellation);
        await caseStore.TallyAsync(cancellation);
        var stuck = new List<string>();
        await foreach (var record in caseStore.ListOpenAsync(cancellation))
        {
            var status = await workflows.GetStatusAsync(record.Workflow, cancellation);
            var runs = status?.State is WorkflowState.Running or WorkflowState.Pending;
            var now = time.GetUtcNow();
            var moves = record.State == CaseState.Working ? now - record.UpdatedAt <= WorkingPatience : now - record.OpenedAt <= WaitingPatience;
            if (runs && moves)
                continue;
            log.CaseStuck(record.CaseId, record.State, record.UpdatedAt, status?.State.ToString() ?? "unknown");
            stuck.Add(record.CaseId);
        }

        return stuck;
    }

    /// <summary>Wakes every case that has waited long for people, in case the event of a decision was lost: a woken case reads what is stored and goes on or waits on.</summary>
    /// <returns>How many.</returns>
    public async Task<int> WakeAsync(CancellationToken cancellation)
    {
        var woken = 0;
        await foreach (var record in caseStore.ListOpenAsync(cancellation))
        {
            if (record.State is not (CaseState.WaitingForApproval or CaseState.WaitingForHandOver or CaseState.WaitingForMultiAdminApproval or CaseState.CheckingOutcome or CaseState.Joined or CaseState.WaitingForAnswer) || time.GetUtcNow() - record.UpdatedAt < WakeAfter)
                continue;
            await signal.SignalAsync(record.CaseId, cancellation);
            woken++;
        }

        return woken;
    }
}

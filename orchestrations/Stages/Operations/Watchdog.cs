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

    /// <summary>The same for a case that waits for its requester: a reply whose webhook was lost is found then.</summary>
    public static readonly TimeSpan WakeForAnswerAfter = TimeSpan.FromHours(1);

    /// <summary>Most cases that are woken in one run; of more, each run wakes another part, so that thousands who were asked something do not all have their tickets read in the same minute.</summary>
    public const int MostWoken = 500;

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
        var waiting = new List<CaseId>();
        await foreach (var record in caseStore.ListOpenAsync(cancellation))
        {
            if (record.State is not (CaseState.WaitingForApproval or CaseState.WaitingForHandOver or CaseState.WaitingForMultiAdminApproval or CaseState.CheckingOutcome or CaseState.Joined or CaseState.WaitingForAnswer) || time.GetUtcNow() - record.UpdatedAt < (record.State == CaseState.WaitingForAnswer ? WakeForAnswerAfter : WakeAfter))
                continue;
            waiting.Add(record.CaseId);
        }

        var parts = (waiting.Count + MostWoken - 1) / MostWoken;
        var part = parts == 0 ? 0 : (int)(time.GetUtcNow().UtcTicks / TimeSpan.TicksPerHour % parts);
        var woken = 0;
        for (var at = part; at < waiting.Count; at += parts)
        {
            await signal.SignalAsync(waiting[at], cancellation);
            woken++;
        }

        return woken;
    }
}

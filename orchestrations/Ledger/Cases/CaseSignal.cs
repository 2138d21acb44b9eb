using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>
/// Wakes a case that waits. Who wants it to notice something first stores that, then wakes; the workflow first stores what it
/// waits for (<see cref="CaseRecord.WaitingFor"/>), then reads what is stored, then waits. So one of the two always sees the
/// other, and an event carries nothing that could be believed.
/// </summary>
public sealed class CaseSignal(CaseStore caseStore, IWorkflowClient workflows, PendingActs acts)
{
    /// <summary>Stores what the case is to notice, then wakes it. What a stop or a fault leaves in between is noticed at the next start or within minutes.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="store">Stores it.</param>
    /// <param name="cancellation">Stops the call until it is stored.</param>
    /// <returns>False when it is stored and the engine could not be told: the case is woken later.</returns>
    /// <exception cref="VendorException">It could not be stored.</exception>
    public Task<bool> StoreAsync(CaseId caseId, Func<Task> store, CancellationToken cancellation) =>
        acts.RunAsync(caseId, PendingActKind.Wake, null, store, () => SignalAsync(caseId, CancellationToken.None), cancellation);

    /// <summary>Raises the event that the case waits for now, if it waits.</summary>
    public async Task SignalAsync(CaseId caseId, CancellationToken cancellation)
    {
        if (await caseStore.FindAsync(caseId, cancellation) is { WaitingFor: { } name } record)
            await workflows.RaiseEventAsync(record.Workflow, name, Unit.Value, cancellation);
    }

    /// <summary>Stores that the case is about to wait for an event of that name. Call it before reading what the wait is about.</summary>
    public Task RegisterWaitAsync(CaseId caseId, string eventName, CancellationToken cancellation) =>
        caseStore.UpdateAsync(caseId, record => record with { WaitingFor = eventName }, cancellation);
}

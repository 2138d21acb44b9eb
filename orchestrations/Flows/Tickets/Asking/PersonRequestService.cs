using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Flows.Tickets.Asking;

/// <summary>Hears "a person, please" whatever became of the case: an open one stops at its next safe point, a resolved one is reopened and goes to a person.</summary>
public sealed class PersonRequestService(PersonRequests people, CaseStore caseStore, IWorkflowClient workflows, PendingActs acts)
{
    /// <summary>The wish, or null.</summary>
    public Task<PersonRequest?> FindAsync(CaseId caseId, CancellationToken cancellation) => people.FindAsync(caseId, cancellation);

    /// <summary>Records the wish and sees to it. A second wish changes nothing.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="by">Who asked: <c>requester</c>, <c>link</c> or <c>person:objectId</c>.</param>
    /// <param name="cancellation">Stops the call.</param>
    public Task RequestAsync(CaseId caseId, string by, CancellationToken cancellation) =>
        acts.RunAsync(
            caseId, PendingActKind.PersonWanted, new ActSource(by), () => people.RequestAsync(caseId, by, cancellation),
            // Read after the wish is kept. A workflow that closes the case looks for wishes after the case shows as resolved, so one of the two sees the other.
            async () =>
            {
                if (await caseStore.FindAsync(caseId, CancellationToken.None) is { State: CaseState.Resolved } record)
                    await workflows.StartAsync(TicketChangedWorkflow.Reference, $"{caseId}-person-wanted", new TicketChangedWorkflow.Input(record.Ticket), CancellationToken.None);
            },
            cancellation);
}

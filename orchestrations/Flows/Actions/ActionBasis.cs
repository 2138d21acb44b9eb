using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Flows.Actions;

/// <summary>Whether operators may have steps done for a case now, and of what a plan of them is made.</summary>
public sealed class ActionBasis(CaseStore caseStore, PersonRequests people, TicketStops stops, NotMeReports reports, SignedCase signedCases, ITicketStanding ticket)
{
    /// <summary>Reads it.</summary>
    /// <param name="caseId">The case on whose page it is pressed.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="VendorException">The store, the log or the key cannot be reached.</exception>
    public async Task<ActionGround> ReadAsync(CaseId caseId, CancellationToken cancellation)
    {
        if (await caseStore.FindAsync(caseId, cancellation) is not { } record)
            return new ActionGround(null, null, "There is no such case.");
        if (await WhyNotAsync(record, cancellation) is { } why)
            return new ActionGround(record, null, why);
        return await signedCases.FindAsync(caseId, cancellation) is { } basis
            ? new ActionGround(record, basis, null)
            : new ActionGround(record, null, "The audit log does not hold, signed, who asks and what this ticket is about. Do it in the admin center.");
    }

    /// <summary>Why the ticket of an action that was pressed stops it now, as its system says: before anyone is asked to approve it.</summary>
    /// <param name="actionCaseId">The action's own case.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="VendorException">The ticket system or the store cannot be read now.</exception>
    public async Task<string?> WhyStoppedAsync(CaseId actionCaseId, CancellationToken cancellation) => (await ticket.ReadAsync(actionCaseId, cancellation))?.Why;

    private async Task<string?> WhyNotAsync(CaseRecord record, CancellationToken cancellation)
    {
        if (record is not { UndoOf: null, SecurityOf: null, ActionOf: null })
            return "Steps are done from the case of the ticket.";
        if (record.State is CaseState.Resolved or CaseState.Ignored)
            return "The case is closed. Reopen the ticket first.";
        if (await reports.FindAsync(record.CaseId, cancellation) is not null)
            return "The person said that this request was not theirs. The security team has it.";
        if (record.State == CaseState.Escalated)
            return null;
        // Automation still runs until its next safe point: who asked for a person, or took the ticket, has it.
        return await people.FindAsync(record.CaseId, cancellation) is not null || await stops.FindAsync(record.CaseId, cancellation) is { IsWithPerson: true }
            ? null
            : "Automation is working on this case. Escalate it to the service desk first.";
    }
}

/// <summary>What operators' steps for a case rest on.</summary>
/// <param name="Record">The case; null when there is none.</param>
/// <param name="Basis">What is signed of it; null when nothing may be done.</param>
/// <param name="WhyNot">Why nothing may be done now; null when something may.</param>
public sealed record ActionGround(CaseRecord? Record, SignedBasis? Basis, string? WhyNot);

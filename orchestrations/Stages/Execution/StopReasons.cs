using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Switches;

namespace HelpDesk.Orchestrations.Stages.Execution;

/// <summary>Why nothing more may be done for a case: the kill switch, a person who was asked for, or what became of its ticket, which is read again.</summary>
public sealed class StopReasons(KillSwitch killSwitch, PersonRequests people, TicketStops stops, ITicketStanding ticket)
{
    /// <summary>The reason; null when the case may go on.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="isContainment">True for a step that contains a threat: it does not wait for a ticket system that cannot be read.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The ticket cannot be read again; nothing else is done before it can.</exception>
    public async Task<string?> WhyAsync(CaseId caseId, bool isContainment, CancellationToken cancellation)
    {
        if (await killSwitch.IsOnAsync(cancellation))
            return "The kill switch is on: an operator has stopped all automatic changes.";
        if (await people.FindAsync(caseId, cancellation) is not null)
            return "A person was asked for.";
        try
        {
            return (await stops.FindAsync(caseId, cancellation) ?? await ticket.ReadAsync(caseId, cancellation))?.Why
                ?? (await people.FindAsync(caseId, cancellation) is null ? null : "A person was asked for.");
        }
        catch (VendorException) when (isContainment)
        {
            return null;
        }
    }
}

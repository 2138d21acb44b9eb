using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Tickets;

/// <summary>Names one ticket in one ticket system.</summary>
/// <param name="System">Id of the ticket system (<see cref="TicketSystemDescriptor.Id"/>); <c>bulk</c> for the case of a bulk remediation, which has no ticket.</param>
/// <param name="ExternalId">The system's immutable id.</param>
/// <param name="Number">What people call it: <c>INC0010023</c>, <c>ITSD-217</c>.</param>
public sealed record TicketReference(string System, string ExternalId, string Number)
{
    /// <summary>Id of the case and of its workflow instance: derived, so that a second start is no start.</summary>
    public CaseId CaseId => new CaseId($"{System}-{ExternalId}");
}

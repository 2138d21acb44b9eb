using System.Security.Cryptography;
using System.Text;

namespace HelpDesk.Orchestrations.Domain.Tickets;

/// <summary>What lies in the queue between the webhook and the workflow: ids only.</summary>
/// <param name="Ticket">Which ticket.</param>
/// <param name="Kind">Created or changed.</param>
/// <param name="DeliveryId">Unique per change of the ticket (its id and a change counter, or the id that the sender gives the event): what a duplicate is recognised by.</param>
/// <param name="ReceivedAt">When the webhook was accepted, UTC.</param>
/// <param name="TraceParent">W3C trace context of the webhook; null when there is none.</param>
/// <param name="TraceState">Its <c>tracestate</c>; null when there is none.</param>
/// <param name="AskedBy">Id of the requester as the sender says, for fair turns only; null when the sender does not say.</param>
public sealed record QueuedTicket(
    TicketReference Ticket, TicketEventKind Kind, string DeliveryId, DateTimeOffset ReceivedAt, string? TraceParent, string? TraceState = null, string? AskedBy = null)
{
    /// <summary>
    /// Id of the workflow instance that this message starts: the case for a creation, an instance of its own for each change.
    /// Derived, so that the same message twice is one start.
    /// </summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string InstanceId => Kind == TicketEventKind.Created
        ? Ticket.CaseId
        : $"{Ticket.CaseId}-change-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(DeliveryId)))[..16]}";
}

/// <summary>What a webhook tells of a ticket.</summary>
public enum TicketEventKind
{
    /// <summary>It is new: a case is started.</summary>
    Created,

    /// <summary>It changed or was commented: a running case looks again (a person asked for, reopened).</summary>
    Changed,
}

using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Remediations;

/// <summary>Who opened the ticket that a plan answers, and how: part of what is hashed and approved.</summary>
/// <param name="OpenerIds">Object ids of everyone of the directory who opened or created it, sorted ordinally; the requester too, when they did.</param>
/// <param name="HasUnknownOpener">True when an account opened it that is no one person of the directory, or nobody knows who did.</param>
/// <param name="Channel">The way it came.</param>
public sealed record PlanOpening(IReadOnlyList<string> OpenerIds, bool HasUnknownOpener, TicketChannel Channel)
{
    /// <summary>What there is to know of a ticket whose system hides how it was opened.</summary>
    public static PlanOpening Unknown { get; } = new([], true, TicketChannel.Unknown);

    /// <summary>Why the ticket is no word of its requester, one sentence each; empty when they filed it themselves.</summary>
    /// <param name="requesterId">Object id of who asks.</param>
    public IReadOnlyList<string> DoubtsAbout(PersonId requesterId)
    {
        var doubts = new List<string>();
        if (OpenerIds.Any(id => !string.Equals(id, requesterId, StringComparison.OrdinalIgnoreCase)))
            doubts.Add("Someone other than the requester opened the ticket.");
        else if (HasUnknownOpener)
            doubts.Add("It is not known who opened the ticket.");
        if (TicketChannels.IsUnproven(Channel))
            doubts.Add($"The ticket came by {TicketChannels.NameOf(Channel)}, where anyone can pass for someone else.");
        return doubts;
    }
}

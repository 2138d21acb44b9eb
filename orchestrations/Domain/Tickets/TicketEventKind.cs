namespace HelpDesk.Orchestrations.Domain.Tickets;

/// <summary>What a webhook tells of a ticket.</summary>
public enum TicketEventKind
{
    /// <summary>It is new: a case is started.</summary>
    Created,

    /// <summary>It changed or was commented: a running case looks again (a person asked for, reopened).</summary>
    Changed,
}

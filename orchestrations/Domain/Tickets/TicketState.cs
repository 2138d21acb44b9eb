namespace HelpDesk.Orchestrations.Domain.Tickets;

/// <summary>Where a ticket stands, over all systems.</summary>
public enum TicketState
{
    /// <summary>New or in progress.</summary>
    Open,

    /// <summary>Waiting for somebody outside.</summary>
    OnHold,

    /// <summary>Resolved.</summary>
    Resolved,

    /// <summary>Closed or cancelled.</summary>
    Closed,
}

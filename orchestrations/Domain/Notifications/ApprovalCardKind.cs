namespace HelpDesk.Orchestrations.Domain.Notifications;

/// <summary>Why a card is posted.</summary>
public enum ApprovalCardKind
{
    /// <summary>An approval is asked for.</summary>
    Request,

    /// <summary>Nobody has decided yet.</summary>
    Reminder,

    /// <summary>The fallback group is asked too.</summary>
    Escalation,

    /// <summary>A pass waits to be collected.</summary>
    HandOver,
}

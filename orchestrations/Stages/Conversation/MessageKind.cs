namespace HelpDesk.Orchestrations.Stages.Conversation;

/// <summary>What the requester is told.</summary>
public enum MessageKind
{
    /// <summary>An approver or a hand-over is waited for.</summary>
    Waiting,

    /// <summary>Everything was done and verified.</summary>
    Done,

    /// <summary>Policy or an approver said no.</summary>
    Refused,

    /// <summary>A person takes over.</summary>
    Escalated,

    /// <summary>The ticket came back after it had been resolved.</summary>
    Reopened,
}

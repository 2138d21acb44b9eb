namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>Where a case stands.</summary>
public enum CaseState
{
    /// <summary>The house works on it.</summary>
    Working,

    /// <summary>Waits for an approver.</summary>
    WaitingForApproval,

    /// <summary>Waits for an entitled person to collect a pass.</summary>
    WaitingForHandOver,

    /// <summary>Waits for a second administrator of the target system (Intune's Multi-Admin Approval).</summary>
    WaitingForMultiAdminApproval,

    /// <summary>Resolved and verified.</summary>
    Resolved,

    /// <summary>With a person.</summary>
    Escalated,

    /// <summary>Ended without anything to do (already closed, a duplicate, our own ticket).</summary>
    Ignored,
}

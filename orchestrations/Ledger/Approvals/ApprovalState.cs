namespace HelpDesk.Orchestrations.Ledger.Approvals;

/// <summary>Where an approval stands.</summary>
public enum ApprovalState
{
    /// <summary>Waits for decisions.</summary>
    Open,

    /// <summary>Enough people said yes.</summary>
    Approved,

    /// <summary>Somebody said no.</summary>
    Denied,

    /// <summary>Nobody decided in time, which is a no.</summary>
    Expired,

    /// <summary>Taken back because a person took the case over.</summary>
    Withdrawn,
}

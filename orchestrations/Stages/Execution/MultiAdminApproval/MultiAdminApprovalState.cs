namespace HelpDesk.Orchestrations.Stages.Execution.MultiAdminApprovals;

/// <summary>How a target system's own request for a second administrator stands.</summary>
public enum MultiAdminApprovalState
{
    /// <summary>Nobody has decided.</summary>
    Waiting,

    /// <summary>A second administrator agreed; the action must be sent once more, with the code.</summary>
    Granted,

    /// <summary>Agreed, and the action has been taken up: nothing more is to be sent.</summary>
    Completed,

    /// <summary>A second administrator said no, or the request was called off.</summary>
    Rejected,

    /// <summary>Nobody decided in the time that the target system gives.</summary>
    Expired,

    /// <summary>It cannot be found out from here: the endpoint that tells it is not switched on.</summary>
    Unseen,
}

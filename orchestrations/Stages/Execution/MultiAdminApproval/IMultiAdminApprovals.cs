using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Execution.MultiAdminApprovals;

/// <summary>
/// The target system's own approval by a second administrator (Intune's Multi-Admin Approval), where a tenant protects an action with
/// it. It stands behind ours and never in its stead; no application can give it.
/// </summary>
public interface IMultiAdminApprovals
{
    /// <summary>Looks once how a request stands. Reads only.</summary>
    /// <param name="code">The code that the target system gave when the action was first sent.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">It cannot be found out now.</exception>
    Task<MultiAdminApprovalStatus> LookAsync(string code, CancellationToken cancellation);
}

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

/// <summary>What one look at a second gate showed.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Text">The same in one sentence for the case page, with what to change where something must be changed; no secret.</param>
public sealed record MultiAdminApprovalStatus(MultiAdminApprovalState State, string Text);

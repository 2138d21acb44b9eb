using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Execution.MultiAdminApprovals;

/// <summary>
/// The target system's own approval by a second administrator (Intune's Multi-Admin Approval), where a tenant protects an action with
/// it. It comes after ours and never replaces it; no application can give it.
/// </summary>
public interface IMultiAdminApprovals
{
    /// <summary>Reads the status of a request once.</summary>
    /// <param name="code">The code that the target system gave when the action was first sent.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">It cannot be found out now.</exception>
    Task<MultiAdminApprovalStatus> GetStatusAsync(string code, CancellationToken cancellation);
}

/// <summary>The state of a target system's own request for a second administrator.</summary>
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

/// <summary>The status of a request for Multi Admin Approval.</summary>
/// <param name="State">The state.</param>
/// <param name="Text">The same in one sentence for the case page, with what to change where something must be changed; no secret.</param>
public sealed record MultiAdminApprovalStatus(MultiAdminApprovalState State, string Text);

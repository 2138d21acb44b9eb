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

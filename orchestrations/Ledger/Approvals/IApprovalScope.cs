using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Approvals;

/// <summary>
/// What an approval covers when it is more than one plan, as that of a list of targets. An approval that no scope claims covers exactly
/// the plan of its hash.
/// </summary>
public interface IApprovalScope
{
    /// <summary>True when this scope speaks for an approval.</summary>
    bool Claims(ApprovalRequest gate);

    /// <summary>True when the approval covers exactly this plan, and no one whom it concerns approved it.</summary>
    /// <param name="gate">The approval.</param>
    /// <param name="plan">The plan, as it is stored.</param>
    /// <param name="planHash">Its hash.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">What is stored is not what was approved.</exception>
    Task<bool> HoldsAsync(ApprovalRequest gate, Plan plan, PlanHash planHash, CancellationToken cancellation);

    /// <summary>True when something that the approval covers is done to this person.</summary>
    Task<bool> ConcernsAsync(ApprovalRequest gate, PersonId personId, CancellationToken cancellation);
}

using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Approvals;

/// <summary>Says who must approve a plan by the policy of this moment: asked again before each effect, so that no stored requirement is believed.</summary>
public interface IRequiredApproval
{
    /// <summary>Who must approve; null when no one is configured.</summary>
    /// <exception cref="VendorException">What it depends on cannot be read.</exception>
    Task<ApprovalRequirement?> OfAsync(Plan plan, CancellationToken cancellation);
}

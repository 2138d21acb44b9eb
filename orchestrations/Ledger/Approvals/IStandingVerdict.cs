using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Approvals;

/// <summary>Says whether policy lets a plan run: asked again before its effects, so that no stored verdict and no history is believed.</summary>
public interface IStandingVerdict
{
    /// <summary>Why policy does not let the plan run; null when it does.</summary>
    /// <param name="plan">The plan, compared with its hash.</param>
    /// <param name="planHash">Its hash.</param>
    /// <param name="isApproved">True when a standing approval covers it: policy may then want one.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">Store, key or directory cannot be read now.</exception>
    Task<string?> WhyNotAsync(Plan plan, PlanHash planHash, bool isApproved, CancellationToken cancellation);

    /// <summary>Why a plan is not one that HelpDesk itself made in its case; null when it is. Policy is not asked.</summary>
    /// <param name="caseId">The case whose plan it is.</param>
    /// <param name="planHash">Its hash.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">Store or key cannot be read now.</exception>
    Task<string?> WhyNotMadeAsync(CaseId caseId, PlanHash planHash, CancellationToken cancellation);
}

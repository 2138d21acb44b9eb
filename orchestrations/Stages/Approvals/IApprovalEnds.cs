using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>Hears that an approval is over, so that what shows it elsewhere shows that too. Called again after a crash; must not hold the case up.</summary>
public interface IApprovalEnds
{
    /// <summary>An approval was decided, expired or was withdrawn.</summary>
    /// <exception cref="VendorException">It could not be noted now; the call is repeated.</exception>
    Task EndedAsync(CaseId caseId, string approvalId, CancellationToken cancellation);
}

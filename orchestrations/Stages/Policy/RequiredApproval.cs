using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Ledger.Approvals;

namespace HelpDesk.Orchestrations.Stages.Policy;

/// <summary>Who must approve a plan by the policy that is loaded now: the same choice that policy makes when it asks for the approval.</summary>
public sealed class RequiredApproval(PolicySet policy) : IRequiredApproval
{
    /// <inheritdoc />
    public Task<ApprovalRequirement?> OfAsync(Plan plan, CancellationToken cancellation) => Task.FromResult(ApprovalChoice.For(plan, policy));
}

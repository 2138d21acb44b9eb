using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Ledger.Approvals;

namespace HelpDesk.Orchestrations.Stages.Policy;

/// <summary>Who must approve a plan by the policy that is loaded now: the same choice that policy makes when it asks for the approval.</summary>
public sealed class RequiredApproval(PolicySet policy, IDirectory directory, RemediationCatalogue catalogue) : IRequiredApproval
{
    /// <inheritdoc />
    public async Task<ApprovalRequirement?> OfAsync(Plan plan, CancellationToken cancellation)
    {
        List<RemediationDescriptor?> steps = [.. plan.Steps.Select(step => catalogue.Describe(step.Remediation))];
        var withReach = ApprovalChoice.MayHaveReach(steps, policy) && ApprovalChoice.IsPrize(await directory.GetPersonAsync(plan.SubjectId, cancellation), steps, policy);
        return ApprovalChoice.For(plan, withReach, policy);
    }
}

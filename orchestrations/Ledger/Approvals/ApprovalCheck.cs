using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Approvals;

/// <summary>
/// Whether an approval holds for a plan at this moment. Who asked, for whom, who must approve and how many are derived again from the hashed plan
/// and from policy; the decisions are those that the audit chain holds signed; each approver must still be in the group (promise P1).
/// </summary>
public sealed class ApprovalCheck(ApprovalStore approvals, IEnumerable<IApprovalScope> scopes, IRequiredApproval required, ApproverMembership membership)
{
    /// <summary>What is said of a plan that no approval covers.</summary>
    public const string None = "There is no standing approval of exactly this plan.";

    /// <summary>Why nothing may be done under an approval; null when it holds.</summary>
    /// <param name="approvalId">The approval.</param>
    /// <param name="caseId">The case whose approval it must be.</param>
    /// <param name="plan">The plan, compared with its hash.</param>
    /// <param name="planHash">Its hash.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">Store, key or directory cannot be reached; or what is stored is not what was approved.</exception>
    public async Task<string?> WhyNotAsync(string approvalId, CaseId caseId, Plan plan, PlanHash planHash, CancellationToken cancellation)
    {
        if (await approvals.VerifyAsync(approvalId, caseId, cancellation) is not { Request: { } gate } verified)
            return None;
        if (verified.Finding is { } finding)
            return $"The stored approval was changed outside HelpDesk and does not count. {finding}";
        if (!verified.IsApproved || gate.CaseId != caseId)
            return None;
        var scope = scopes.FirstOrDefault(scope => scope.Claims(gate));
        if (scope is not null ? !await scope.HoldsAsync(gate, plan, planHash, cancellation) : gate.PlanHash != planHash || gate.RequesterId != plan.RequesterId || gate.SubjectId != plan.SubjectId)
            return None;
        if (gate.Decisions.Any(decision => SeparationOfDuties.WhyNot(decision.PersonId, plan.RequesterId, plan.SubjectId, plan.EveryOpener()) is not null))
            return None;
        if (await required.OfAsync(plan, cancellation) is not { } requirement)
            return "Policy names no approvers for this plan any more: see policy/approvals.yaml.";
        return await WhyNotAsync(gate, requirement, cancellation);
    }

    /// <summary>Why the decisions of an approval do not meet a requirement now; null when they do.</summary>
    /// <param name="gate">The approval, as its signed entries say.</param>
    /// <param name="requirement">Who must approve.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The directory cannot be read.</exception>
    public async Task<string?> WhyNotAsync(ApprovalRequest gate, ApprovalRequirement requirement, CancellationToken cancellation)
    {
        var people = gate.Decisions.Where(static decision => decision.Approve).DistinctBy(static decision => decision.PersonId, StringComparer.OrdinalIgnoreCase).ToList();
        if (people.Count < Math.Max(requirement.Quorum, gate.Requirement.Quorum))
            return $"Policy asks for {requirement.Quorum} approvers, and {people.Count} approved.";
        foreach (var decision in people)
        {
            if (!await membership.MayDecideAsync(decision.PersonId, requirement, gate, decision.At, cancellation))
                return $"An approver of this plan is not a member of '{requirement.ApproverGroup}' (policy/approvers.yaml){(requirement.AsksManager ? " or the manager" : "")} now, so the approval does not count any more.";
        }

        return null;
    }
}

using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>
/// Every target is the subject's own account or device, by the directory as it is now, and the subject is the requester unless
/// the runbook is for delegates and a delegate rule holds, or an operator named them on the list of a bulk run. Of an undo the subject
/// is whose steps are undone.
/// </summary>
public sealed class TargetIsTheRequestersOwnObject : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy)
    {
        var plan = input.Plan;
        if (input.Subject is null || input.Subject.Id != plan.SubjectId)
            return Refuse("The person it is about is no longer in the directory.");
        if (plan.Undoes is null && !input.IsBulk && plan.SubjectId != plan.RequesterId && (input.Runbook?.Subject != SubjectRule.Delegate || input.Delegation is null))
            return Refuse("The requester asks for another person, and no delegate rule allows it.");

        foreach (var step in plan.Steps)
        {
            var isOwn = step.TargetKind switch
            {
                TargetKind.User => step.TargetId == plan.SubjectId,
                TargetKind.Device => input.Devices.TryGetValue(step.TargetId, out var device) && device.Id == step.TargetId && device.OwnerId == plan.SubjectId,
                _ => false,
            };
            if (!isOwn)
                return Refuse($"The target of the step '{step.Id}' does not belong to the person it is about.");
        }

        return null;
    }
}

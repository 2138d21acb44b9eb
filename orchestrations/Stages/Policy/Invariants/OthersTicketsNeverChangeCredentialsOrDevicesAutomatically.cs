using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>
/// A ticket that somebody else opened, or that came by mail or phone, is not its requester's word: nothing that touches a proof of identity
/// or a device is done about it without an approver who was told so.
/// </summary>
public sealed class OthersTicketsNeverChangeCredentialsOrDevicesAutomatically : PolicyRule
{
    /// <inheritdoc />
    public override bool ConcernsUndo => false;

    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy)
    {
        if (input.Plan.Opening?.DoubtsAbout(input.Plan.RequesterId) is not { Count: > 0 } doubts)
            return null;
        var steps = input.Steps
            .Where(step => step.Step.TargetKind != TargetKind.User || step.Descriptor is null or { TouchesCredentials: true })
            .Select(step => step.Step.Id).ToList();
        return steps.Count == 0 ? null : NeedsApproval($"{string.Join(' ', doubts)} Check who asks before you approve: {string.Join(", ", steps)}.");
    }
}

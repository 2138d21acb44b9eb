using HelpDesk.Orchestrations.Domain.Policy;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>
/// Who reads seven hundred cards approves one too many: one approval per person and runbook, and so many an hour per requester and channel.
/// </summary>
public sealed class ApproversAreNeverFlooded : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy) => input.ApprovalLimit is { } limit ? Refuse(limit) : null;
}

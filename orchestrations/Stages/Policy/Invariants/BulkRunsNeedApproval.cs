using HelpDesk.Orchestrations.Domain.Policy;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>Many at once is never done without somebody who agrees to exactly this list.</summary>
public sealed class BulkRunsNeedApproval : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy)
    {
        return input.IsBulk ? NeedsApproval("It is done to everybody on a list.") : null;
    }
}

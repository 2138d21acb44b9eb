using HelpDesk.Orchestrations.Domain.Policy;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>A runbook for a list is run for nobody's ticket, and a bulk run uses no other.</summary>
public sealed class BulkRunbooksAreOnlyForBulkRuns : PolicyRule
{
    // What was done stays possible to undo when its runbook is gone or is no longer one for lists.
    /// <inheritdoc />
    public override bool ConcernsUndo => false;

    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy)
    {
        var isForBulk = input.Runbook is { IsForBulk: true };
        return isForBulk == input.IsBulk ? null
            : isForBulk ? Refuse("The runbook is only for bulk runs that an operator starts.")
            : Refuse("The runbook is not marked for bulk runs.");
    }
}

using HelpDesk.Orchestrations.Domain.Policy;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>Taking back what was approved or allowed is a decision of its own, and the operator who wants it is not the one who makes it.</summary>
public sealed class UndoIsNeverAutomatic : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy) =>
        input.Plan.Undoes is null ? null : NeedsApproval("An operator wants to undo what was done.");
}

using HelpDesk.Orchestrations.Domain.Policy;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>An operator has nothing done to their own account or device, nor for a ticket of their own: a colleague does.</summary>
public sealed class OperatorsNeverActOnThemselves : PolicyRule
{
    /// <inheritdoc />
    public override bool ConcernsUndo => false;

    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy) =>
        input.Plan.OperatorId is { } by && (by.Is(input.Plan.SubjectId) || by.Is(input.Plan.RequesterId))
            ? Refuse("The operator who had this done is the person it is about, or who asks. A colleague must have it done.")
            : null;
}

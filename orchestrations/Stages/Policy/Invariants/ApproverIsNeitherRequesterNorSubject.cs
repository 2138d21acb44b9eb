using HelpDesk.Orchestrations.Domain.Policy;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>
/// Nobody approves what they asked for or what is done to them. <see cref="SeparationOfDuties"/> holds it when a person decides and again
/// before the first step; at planning time this rule refuses a plan that does not say who the two are.
/// </summary>
public sealed class ApproverIsNeitherRequesterNorSubject : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy) =>
        string.IsNullOrWhiteSpace(input.Plan.RequesterId) || string.IsNullOrWhiteSpace(input.Plan.SubjectId)
            ? Refuse("The plan does not say who asks and whom it is about, so no one could approve it.")
            : null;
}

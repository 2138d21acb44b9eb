using HelpDesk.Orchestrations.Domain.Policy;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>Who asks must be one verified person of the directory, still there now.</summary>
public sealed class UnknownRequesterIsNeverRemediated : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy) =>
        input.Requester is null || input.Requester.Id != input.Plan.RequesterId
            ? Refuse("The requester is not one verified person of the directory.")
            : null;
}

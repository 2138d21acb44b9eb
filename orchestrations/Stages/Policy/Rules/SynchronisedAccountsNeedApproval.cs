using HelpDesk.Orchestrations.Domain.Policy;

namespace HelpDesk.Orchestrations.Stages.Policy.Rules;

/// <summary>An account mastered on premises may be changed back by its source.</summary>
public sealed class SynchronisedAccountsNeedApproval : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy) =>
        input.Subject is { IsSynced: true } ? NeedsApproval("The account is mastered on premises (policy/demands.yaml).") : null;
}

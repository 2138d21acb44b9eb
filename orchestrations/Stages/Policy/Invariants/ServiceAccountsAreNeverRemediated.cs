using HelpDesk.Orchestrations.Domain.Policy;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>
/// An account that is no single person's own (service account, shared or room mailbox) neither asks nor is acted on: what runs under it
/// breaks without anybody being there to notice.
/// </summary>
public sealed class ServiceAccountsAreNeverRemediated : PolicyRule
{
    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy) =>
        (input.Subject is { } subject && policy.Protection.IsServiceAccount(subject)) || (input.Requester is { } requester && policy.Protection.IsServiceAccount(requester))
            ? Refuse("The account belongs to no single person: a service account, a shared or a room mailbox.")
            : null;
}

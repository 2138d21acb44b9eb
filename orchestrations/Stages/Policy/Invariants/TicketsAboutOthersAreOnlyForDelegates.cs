using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Runbooks;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>When the text asks for somebody else, the writer's own account is not the one to remediate, and nobody else's is without a delegate rule.</summary>
public sealed class TicketsAboutOthersAreOnlyForDelegates : PolicyRule
{
    /// <inheritdoc />
    public override bool ConcernsUndo => false;

    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy) =>
        input.Triage.IsAboutSomebodyElse && (input.Runbook?.Subject != SubjectRule.Delegate || input.Delegation is null)
            ? Refuse("The ticket is about another person than the one who wrote it.")
            : null;
}

using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Systems;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>When triage did not say what a ticket is about, said something else than the plan answers, or saw that the ticket itself forbids it, nothing is done.</summary>
public sealed class AnAbstentionIsNeverRemediated : PolicyRule
{
    /// <inheritdoc />
    public override bool ConcernsUndo => false;

    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy)
    {
        if (input.Triage.IsAbstention || string.IsNullOrEmpty(input.Triage.Intent))
            return Refuse("Triage did not say what the ticket is about.");
        if (input.Triage.Withheld is { } trait)
            return Refuse(WithheldReasons.Of(trait, input.Triage.System, policy.Systems));
        return input.Triage.Intent == input.Plan.Intent ? null : Refuse("The plan answers another intent than triage gave.");
    }
}
